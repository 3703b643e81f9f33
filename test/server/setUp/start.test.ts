import type { Checkout, Started } from './checkout.ts'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { waitFor } from '../../support/waitFor.ts'
import { checkout } from './checkout.ts'

describe('npm start', () => {
  it('builds, serves, simulates; ends all of it on SIGTERM with exit 0', async () => {
    await using place = await checkout()
    const run = place.start()
    const pids = await living(place, run)
    expect(await place.read('builds.txt')).toBe('client\nserver\nfold\n')
    expect(await place.read('data/logs/simulator.log')).toMatch(/--url http:\/\/127\.0\.0\.1:\d+ --backfill PT48H --seed 7 --speed 1 --state .*data\/simulator-embedded\.json/)
    run.child.kill('SIGTERM')
    expect(await run.ended).toBe(0)
    expect(pids.filter(alive)).toEqual([])
  })

  it('ends the same way on Ctrl-C', async () => {
    await using place = await checkout()
    const run = place.start()
    await living(place, run)
    run.child.kill('SIGINT')
    expect(await run.ended).toBe(0)
  })

  it('builds only what is out of date', async () => {
    await using place = await checkout()
    const run = place.start()
    await living(place, run)
    run.child.kill('SIGTERM')
    await run.ended

    await place.write('client/index.html', 'changed')
    const again = place.start()
    await living(place, again)
    expect(await place.read('builds.txt')).toBe('client\nserver\nfold\nclient\n')
  })

  it('speaks Chinese where the machine does', async () => {
    await using place = await checkout()
    const run = place.start({ LANG: 'zh_CN.UTF-8' })
    await living(place, run)
    run.child.kill('SIGTERM')
    await run.ended
    expect(run.screen()).toMatch(/^构建画面 … \d+ 秒\n构建服务器 … \d+ 秒\n构建供其他程序使用的状态函数 … \d+ 秒\n/m)
    expect(run.screen()).toMatch(/^网格系统停止：SIGTERM。$/m)
    expect(run.screen()).not.toMatch(/Building|ends/)
  })

  it('leaves the server\'s sentence alone on the screen and exits as it did', async () => {
    await using place = await checkout()
    const run = place.start({ REFUSE: '1' })
    expect(await run.ended).toBe(3)
    expect(run.screen().split('\n').filter(line => line && !line.startsWith('Building'))).toEqual(['A sentence with the fix.'])
    expect(await place.read('data/logs/simulator.log')).toBe('')
  })

  it('[L38] says a sentence when its server dies of a signal: which one, where its words are, what to run', async () => {
    await using place = await checkout()
    const run = place.start()
    const [server = 0] = await living(place, run)
    process.kill(server, 'SIGSEGV')
    expect(await run.ended).toBe(1)
    expect(run.screen()).toMatch(/^The server died of SIGSEGV; its last words are in \S+data\/logs\/server\.log\. What was accepted is kept: npm run log:check says [^\n]+ npm start starts it again\.$/m)
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('[L38] says that it ends, and why, on %s', async (signal) => {
    await using place = await checkout()
    const run = place.start()
    await living(place, run)
    run.child.kill(signal)
    expect(await run.ended).toBe(0)
    expect(run.screen()).toContain(`Wangge ends: ${signal === 'SIGINT' ? 'Ctrl-C' : signal}.`)
  })

  it('[L39] goes on under nohup when the shell that started it has ended; ends, and says so, when npm is gone', async () => {
    await using place = await checkout()
    const shell = place.shell('nohup npm start > out.txt 2>&1 & echo $!; exit')
    expect(await shell.ended).toBe(0)
    const pids = await livingIn(place, 'out.txt')
    const npm = Number(shell.screen().trim())
    await ticks(place, 15)
    process.kill(npm, 'SIGKILL')
    await waitFor('server and simulator to end', () => !pids.some(alive), 15_000, () => place.read('out.txt'))
    expect(await place.read('out.txt')).toContain('Wangge ends: npm, which started it, is gone.')
  })

  it('[L39] a hang-up of its group ends npm, but not what has no terminal', async () => {
    await using place = await checkout()
    const shell = place.shell('nohup npm start > out.txt 2>&1 & echo $!; exit')
    await shell.ended
    const pids = await livingIn(place, 'out.txt')
    process.kill(-shell.child.pid!, 'SIGHUP')
    await waitFor('npm to end', () => !alive(Number(shell.screen().trim())), 15_000)
    await ticks(place, 15)
    expect(pids.every(alive)).toBe(true)
    process.kill(parentOf(pids[0]!), 'SIGTERM')
    await waitFor('server and simulator to end', () => !pids.some(alive), 15_000, () => place.read('out.txt'))
    expect(await place.read('out.txt')).toContain('Wangge ends: SIGTERM.')
  })

  it.each([
    ['Ctrl-C', 'Ctrl-C'],
    ['a closed terminal', 'its terminal was closed'],
  ])('[L39] with a terminal, %s ends it', async (how, why) => {
    await using place = await checkout()
    const terminal = place.shell('exec script -qfc "npm start" typescript.txt')
    const pids = await livingIn(place, 'typescript.txt')
    if (how === 'Ctrl-C')
      terminal.child.stdin!.write('\x03')
    else
      terminal.child.kill('SIGKILL')
    await waitFor('server and simulator to end', () => !pids.some(alive), 15_000, () => place.read('typescript.txt'))
    if (how === 'Ctrl-C')
      expect(await place.read('typescript.txt')).toContain(`Wangge ends: ${why}.`)
  })

  it('[L39] SIGTERM to npm ends it', async () => {
    await using place = await checkout()
    const shell = place.shell('exec npm start')
    const pids = await living(place, shell)
    shell.child.kill('SIGTERM')
    await waitFor('server and simulator to end', () => !pids.some(alive), 15_000, shell.screen)
  })

  it('takes the children along when it is killed itself', async () => {
    await using place = await checkout()
    const run = place.start()
    const pids = await living(place, run)
    run.child.kill('SIGKILL')
    await waitFor('both children to end', () => !pids.some(alive), 10_000, () => pids.filter(alive))
  })

  it('starts a simulator again that died', async () => {
    await using place = await checkout()
    const run = place.start()
    const [, first = 0] = await living(place, run)
    process.kill(first, 'SIGKILL')
    await waitFor('a second simulator', async () => (await simulators(place)).length === 2, 10_000, run.screen)
    expect(run.screen()).toContain('The simulator stopped (SIGKILL) and starts again in 1 s')
  })

  it.each([
    [{ SIMULATOR: 'off' }],
    [{ DISTRICT_DIR: '/some/district' }],
  ])('has no simulator with %o', async (env) => {
    await using place = await checkout()
    const run = place.start(env)
    await waitFor('the server', () => /^server \d+$/m.test(run.screen()), 10_000, run.screen)
    run.child.kill('SIGTERM')
    expect(await run.ended).toBe(0)
    expect(await simulators(place)).toEqual([])
  })

  it('says in words what a failed build was', async () => {
    await using place = await checkout()
    await place.write('node_modules/vite/bin/vite.js', 'console.error("no such import"); process.exit(1)')
    const run = place.start()
    expect(await run.ended).toBe(1)
    expect(run.screen()).toContain('Building the screens failed:\n\nno such import')
  })
})

/** Process ids of server and simulator once both are up. */
async function living(place: Checkout, run: Started): Promise<number[]> {
  const server = await waitFor('the server', () => /^server (\d+)$/m.exec(run.screen())?.[1], 10_000, run.screen)
  const simulator = await waitFor('the simulator', async () => (await simulators(place))[0], 10_000, run.screen)
  return [Number(server), simulator]
}

async function livingIn(place: Checkout, file: string): Promise<number[]> {
  const server = await waitFor('the server', async () => /^server (\d+)/m.exec(await place.read(file))?.[1], 20_000, () => place.read(file))
  const simulator = await waitFor('the simulator', async () => (await simulators(place))[0], 20_000, () => place.read(file))
  return [Number(server), simulator]
}

/** When the server has lived for so many tenths of a second more. */
async function ticks(place: Checkout, more: number): Promise<void> {
  const { length } = await place.read('ticks.txt')
  await waitFor('the server to go on', async () => (await place.read('ticks.txt')).length >= length + more, 20_000)
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
}

async function simulators(place: Checkout): Promise<number[]> {
  return [...(await place.read('data/logs/simulator.log')).matchAll(/^simulator (\d+)/gm)].map(([, pid]) => Number(pid))
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  }
  catch {
    return false
  }
}
