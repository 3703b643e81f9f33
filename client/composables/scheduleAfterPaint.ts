/** Runs after the paint that shows what was changed until now; never while the page is hidden, for then nothing is painted. */
export function afterPaint(run: () => void): void {
  if (document.hidden)
    return
  requestAnimationFrame(() => {
    // A message is handled after the frame that is being made.
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      run()
    }
    port2.postMessage(undefined)
  })
}
