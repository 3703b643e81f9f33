import { spawnSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SmallDisk extends AsyncDisposable {
  path: string
  /** Something else takes all the room there is. */
  fill: () => void
  /** What took it goes. */
  clear: () => void
  /** The disk becomes larger. */
  grow: (mib: number) => void
}

/** Whether this process may mount a file system. */
export const mayMount = (() => {
  const at = join(tmpdir(), `wangge-mount-${process.pid}`)
  const done = run('sh', '-c', `mkdir -p ${at} && mount -t tmpfs -o size=64k tmpfs ${at} && umount ${at}`)
  rmSync(at, { recursive: true, force: true })
  return done
})()

/** A real file system of its own with so little room, in memory. */
export async function smallDisk(mib: number): Promise<SmallDisk> {
  const path = await mkdtemp(join(tmpdir(), 'wangge-disk-'))
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${mib}m`, 'tmpfs', path))
    throw new Error(`${path} could not be mounted`)
  const filler = join(path, 'filler')
  return {
    path,
    fill() {
      const file = openSync(filler, 'a')
      for (const bytes of [65_536, 4096, 1]) {
        try {
          for (;;)
            writeSync(file, Buffer.alloc(bytes))
        }
        catch {}
      }
      closeSync(file)
    },
    clear: () => rmSync(filler, { force: true }),
    grow: more => void run('mount', '-o', `remount,size=${more}m`, path),
    async [Symbol.asyncDispose]() {
      run('umount', '-l', path)
      await rm(path, { recursive: true, force: true })
    },
  }
}

function run(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}
