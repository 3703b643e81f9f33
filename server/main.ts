import { LogUnavailableError } from './log/LogUnavailableError.ts'
import { readEnv } from './config/env.ts'
import { toConfig } from './config/config.ts'
import { DistrictError } from './district/DistrictError.ts'
import { StartError } from './StartError.ts'
import { greeting } from './greeting.ts'
import { startServer } from './startServer.ts'

process.exitCode = await main()

async function main(): Promise<number> {
  const read = toConfig(readEnv())
  if ('faults' in read)
    return failed(read.faults.join('\n'))
  const toldToEnd = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'])
      process.on(signal, () => resolve())
    // Without a terminal a hang-up is somebody else's, and `npm start` judges for its children.
    process.on('SIGHUP', () => !process.send && (process.stdout.isTTY || process.stdin.isTTY) && resolve())
  })
  try {
    await using server = await startServer(read.config)
    console.log(greeting(server, read.config))
    process.send?.({ url: server.url })
    await toldToEnd
  }
  catch (error) {
    if (error instanceof StartError || error instanceof DistrictError || error instanceof LogUnavailableError)
      return failed(error.message)
    return failed(`Wangge ended because of a fault of its own: ${error instanceof Error ? error.message : String(error)}`)
  }
  // The channel to `npm start` would keep this process alive.
  process.disconnect?.()
  return 0
}

function failed(words: string): number {
  console.error(words)
  process.disconnect?.()
  return 1
}
