import type { LedgerDefinition } from './LedgerDefinition.ts'

/** A definition of whatever thing: what is done by its rules does not ask for their names. */
export type AnyDefinition = LedgerDefinition<string, string, string, string>
