/** What a read would have answered is larger than the reader can take at once: ask for less. */
export class BatchTooLargeError extends Error {
  constructor(mostBytes: number) {
    super(`a batch is larger than ${mostBytes} bytes`)
    this.name = 'BatchTooLargeError'
  }
}
