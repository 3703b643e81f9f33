const MOST_CAUSES = 3
const NAME = /^'[A-Za-z_$][\w$]{0,39}'$/

interface LoggedError {
  type: string
  code?: string
  message: string
  stack?: string
  cause?: LoggedError
}

/**
 * An error as the server's own log may hold it (S9): its kind, where it happened, and its message without what it quotes and without
 * numbers that could be somebody's. Drivers hang the whole command on their errors, and JSON.parse quotes what it read.
 */
export function toLoggedError(error: unknown, causes = 0): LoggedError {
  if (!(error instanceof Error))
    return { type: typeof error, message: withoutIds(String(error)) }
  const { message, stack, cause } = error
  const { code } = error as { code?: unknown }
  const frames = stack?.split('\n').filter(line => /^\s+at /.test(line)).join('\n')
  return {
    type: error.constructor.name,
    ...(typeof code === 'string' && { code }),
    message: withoutIds(message),
    ...(frames && { stack: frames }),
    ...(cause !== undefined && causes < MOST_CAUSES && { cause: toLoggedError(cause, causes + 1) }),
  }
}

function withoutIds(text: string): string {
  return text
    .replace(/".*"/gs, '"…"')
    .replace(/'[^'\n]*'/g, quoted => NAME.test(quoted) ? quoted : '\'…\'')
    .replace(/\d{17}[\dXx]|(?<!\d)\d{7,12}(?!\d)/g, '…')
}
