type Write = (context: object, message: string) => void

/** What the server's parts need of a logger; pino is one. Context never holds personal data. */
export interface Logger {
  debug: Write
  info: Write
  warn: Write
  error: Write
}
