/** For what runs while a frame is made: runs when that is painted. */
export function afterFrame(run: () => void): void {
  // A message is handled after the frame that is being made.
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    port1.close()
    run()
  }
  port2.postMessage(undefined)
}
