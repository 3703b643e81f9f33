import { openEventLog } from '../../server/log/openEventLog.ts'

/** A program for kill tests: appends for ever to the log that its arguments name and prints each id, and what was reached, once it is answered. */
const [dataDir = '', redisUrl] = process.argv.slice(2)
const log = await openEventLog({ dataDir, redisUrl, districtCode: '152921', clock: { now: () => Date.now() } })

async function appendForEver(writer: number): Promise<never> {
  for (let i = 0; ; i++) {
    const [appended] = await log.append([{ stream: 'incident', fields: { type: 'x', source: `writer ${writer}`, id: String(i), data: '井'.repeat(i % 500) } }], 'durable')
    process.stdout.write(`${appended!.id} ${writer} ${i} ${appended!.reached}\n`)
  }
}

await Promise.all([1, 2, 3, 4].map(appendForEver))
