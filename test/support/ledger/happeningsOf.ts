import type { AnyDefinition } from '../../../shared/kernel/ledger/AnyDefinition.ts'

/** All that may happen to a kind of thing by its definition. */
export function happeningsOf({ table }: AnyDefinition): string[] {
  return [...new Set(Object.values(table).flatMap(row => Object.keys(row)))]
}
