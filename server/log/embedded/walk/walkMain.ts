import type { WalkReport } from './WalkReport.ts'
import { writeSync } from 'node:fs'
import { walkLog } from './walkLog.ts'

/**
 * The process that walks through a log before a server opens it: a damaged file ends it and not the server.
 * Arguments: the folder `log`, `renew` if it may write the mark. Prints the report as lines of JSON; the last one counts.
 */
const [path = '', renews] = process.argv.slice(2)
const print = (report: WalkReport) => void writeSync(1, `${JSON.stringify(report)}\n`)
let last: WalkReport = { streams: [], faults: [], takenOver: false }

try {
  print(await walkLog({
    path,
    renews: renews === 'renew',
    told: (report) => {
      last = report
      print(report)
    },
  }))
}
catch (error) {
  print({ ...last, faults: [...last.faults, `it cannot be read (${error instanceof Error ? error.message : String(error)})`] })
}
