import type { Program } from './startProgram.ts'
import { startProgram } from './startProgram.ts'
import { waitFor } from './waitFor.ts'

export interface ProxyKind {
  port: number
  /** Port of the server behind it. */
  to: number
  /** It serves under this path alone; empty: everything. */
  path: string
  /** Takes the path off; otherwise it is left on. */
  strips: boolean
  /** Asks the server under its own name, as nginx does unless told otherwise. */
  rewritesHost: boolean
}

/** A reverse proxy in a process of its own, listening when this resolves; disposing kills it. */
export async function startProxy(kind: ProxyKind): Promise<Program> {
  const program = startProgram('test/support/proxyMain.ts', JSON.stringify(kind))
  await waitFor('the proxy listens', () => program.lines.includes('listening'), 30_000, program.errors)
  return program
}
