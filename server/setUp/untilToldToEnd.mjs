import { readFileSync } from 'node:fs'
import { startWords } from './startWords.mjs'

const CHECK_MS = 500

/**
 * A signal that aborts, with the reason in words, on Ctrl-C, on SIGTERM, when our terminal is closed, and when npm, which started us
 * through a shell, is gone: npm hands its own SIGTERM to the shell alone, which dies without telling us.
 * Without a terminal (`nohup npm start &`, a service) a hang-up is somebody else's, and what npm does about it too: Node has no way to
 * inherit that it is ignored, so npm dies of it and we go on.
 */
export function untilToldToEnd() {
  const words = startWords()
  const told = new AbortController()
  const end = why => told.abort(why)
  const hadTerminal = [process.stdin, process.stdout, process.stderr].some(stream => stream.isTTY)
  let hungUp = false
  process.on('SIGINT', () => end('Ctrl-C'))
  process.on('SIGTERM', () => end('SIGTERM'))
  process.on('SIGHUP', () => {
    hungUp = true
    if (hadTerminal)
      end(words.terminalClosed)
  })
  // A terminal that is gone takes no words; that must not end us in the middle.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', () => undefined)
  if (process.env.npm_lifecycle_event) {
    const before = startedBy()
    setInterval(() => startedBy() !== before && !hungUp && end(words.npmGone), CHECK_MS).unref()
  }
  return told.signal
}

/** Our parent, and where that is the shell through which npm runs us its parent, npm; nothing above npm. */
function startedBy() {
  const parent = process.ppid
  return isNpmsShell(parent) ? `${parent} ${textOf(`/proc/${parent}/status`).match(/^PPid:\s*(\d+)/m)?.[1]}` : String(parent)
}

function isNpmsShell(pid) {
  const [program = '', flag, script = ''] = textOf(`/proc/${pid}/cmdline`).split('\0')
  return /(?:^|\/)\w*sh$/.test(program) && flag === '-c' && script.includes('.mjs')
}

function textOf(file) {
  try {
    return readFileSync(file, 'utf8')
  }
  catch {
    return ''
  }
}
