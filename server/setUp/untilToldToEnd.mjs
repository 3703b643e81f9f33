import { readFileSync } from 'node:fs'

const CHECK_MS = 500

/**
 * A signal that aborts on Ctrl-C, SIGTERM or a closed terminal, and when npm, which started us through a shell,
 * is gone: npm hands its own SIGTERM to the shell alone, which dies without telling us.
 */
export function untilToldToEnd() {
  const told = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => told.abort())
  if (process.env.npm_lifecycle_event) {
    const before = ancestors()
    setInterval(() => ancestors() !== before && told.abort(), CHECK_MS).unref()
  }
  return told.signal
}

/** Parent and, where the system tells, its parent. */
function ancestors() {
  return `${process.ppid} ${parentOf(process.ppid)}`
}

function parentOf(pid) {
  try {
    return /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  }
  catch {
    return undefined
  }
}
