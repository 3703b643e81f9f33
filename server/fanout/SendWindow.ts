/** What of a Socket.IO connection tells how far behind its reader is. */
export interface Pipe {
  writeBuffer: readonly { data?: unknown }[]
  transport: { writable: boolean; socket?: { bufferedAmount: number; terminate: () => void } }
  close: (discard?: boolean) => void
}

/**
 * Bytes that wait for one socket: what engine.io holds back and what the WebSocket has not handed to the system. Looked at
 * after every write, so that the bound is never passed by more than one frame (P12).
 */
export class SendWindow {
  private busySince: number | undefined

  constructor(private readonly pipe: Pipe, private readonly limits: { windowBytes: number; stalledMs: number }) {}

  /** Whether the reader cannot keep up: too much waits, or something has waited for too long. */
  isPassed(now: number): boolean {
    const bytes = this.bytes
    this.busySince = bytes === 0 ? undefined : this.busySince ?? now
    return bytes > this.limits.windowBytes || (this.busySince !== undefined && now - this.busySince > this.limits.stalledMs)
  }

  /** Time to leave out what can be missed (P11). */
  get isHalfFull(): boolean {
    return this.bytes > this.limits.windowBytes / 2
  }

  get bytes(): number {
    const { writeBuffer, transport } = this.pipe
    let bytes = transport.socket?.bufferedAmount ?? 0
    for (const { data } of writeBuffer)
      bytes += typeof data === 'string' ? data.length : 0
    return bytes
  }

  /** Ends the connection without waiting for what is queued. */
  terminate(): void {
    const { socket } = this.pipe.transport
    if (socket)
      socket.terminate()
    else
      this.pipe.close(true)
  }
}
