import type { WalkReport } from './WalkReport.ts'

/** What is wrong with a log, what of it is whole, and how to go on, in one sentence; undefined if nothing is wrong. */
export function damageWords(path: string, { faults, streams }: WalkReport): string | undefined {
  if (faults.length === 0)
    return undefined
  const whole = streams.filter(({ held }) => held > 0).map(({ stream, held, whole }) => `${whole} of ${held} in ${stream}`)
  return `The embedded log in ${path} is damaged: ${faults.join('; ')}; `
    + `${whole.length > 0 ? `certainly whole: ${whole.join(', ')}` : 'no entry is known to be whole'}; `
    + 'nothing was changed: restore a backup (npm run restore -- FILE into an empty DATA_DIR), or run npm run log:rescue -- --to DIR, '
    + 'which writes every entry that can be read, and start with DATA_DIR=DIR (npm run log:check tells this again).'
}
