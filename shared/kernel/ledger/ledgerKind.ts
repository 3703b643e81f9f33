import type { LedgerKind } from '../entity.ts'
import { hash32 } from '../../words/hash32.ts'

/** No number below is one of the registry's. */
const ABOVE_REGISTRY = 0x100

/** The kind of a ledger's things in the digest. */
export function ledgerKind(name: string): LedgerKind {
  return (hash32(name) | ABOVE_REGISTRY) as LedgerKind
}
