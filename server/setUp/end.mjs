/** Asks a child to end, waits so long, then kills it. Answers whether it ended by itself. */
export function end(child, graceMs) {
  if (child.exitCode !== null || child.signalCode !== null)
    return Promise.resolve(true)
  return new Promise((resolve) => {
    let patient = true
    const timer = setTimeout(() => {
      patient = false
      child.kill('SIGKILL')
    }, graceMs)
    child.once('exit', () => {
      clearTimeout(timer)
      resolve(patient)
    })
    child.kill('SIGTERM')
  })
}
