const VARIABLE = 'WANGGE_BENCH_OFFSET'

/** Epoch milliseconds with microseconds, the same in every process of a bench: the machine's monotonic clock, moved once. */
export const benchTime = {
  now: () => monotonic() + offset(),
  /** For the environment of children. */
  env: () => ({ [VARIABLE]: String(offset()) }),
}

let known = Number(process.env[VARIABLE] ?? 0)

function offset(): number {
  return known ||= Date.now() - monotonic()
}

function monotonic(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

/** RFC 3339 with microseconds. */
export function toTime(ms: number): string {
  const whole = Math.floor(ms)
  return `${new Date(whole).toISOString().slice(0, -1)}${String(Math.floor((ms - whole) * 1000)).padStart(3, '0')}Z`
}

export function fromTime(time: string): number {
  return Date.parse(time) + Number(time.slice(23, 26)) / 1000
}
