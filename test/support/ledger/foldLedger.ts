import type { Basis } from '../../../shared/domain/basis.ts'
import type { AnyDefinition } from '../../../shared/kernel/ledger/AnyDefinition.ts'
import type { LedgerEvent } from '../../../shared/kernel/ledger/LedgerEvent.ts'
import type { LedgerPart } from '../../../shared/kernel/ledger/Thing.ts'
import { emptyGround } from '../../../shared/kernel/emptyGround.ts'
import { Ledger } from '../../../shared/kernel/ledger/Ledger.ts'
import { tinyBasis } from '../tinyBasis.ts'

/** A ledger of a small district, or of a part of one, after some events. */
export function foldLedger(definition: AnyDefinition, log: readonly LedgerEvent<string>[] = [], { basis = tinyBasis, from }: { basis?: Basis; from?: LedgerPart } = {}) {
  const ledger = new Ledger(definition)
  const ground = emptyGround(basis)
  const slice = ledger.empty(ground)
  if (from)
    ledger.read(ground, slice, from)
  const folded = log.map(event => ledger.fold(ground, slice, event))
  return { ledger, ground, slice, folded, part: () => ledger.write(ground, slice), fold: (event: LedgerEvent<string>) => ledger.fold(ground, slice, event) }
}
