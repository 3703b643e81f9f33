import type { LedgerEvent } from '../../../shared/kernel/ledger/LedgerEvent.ts'

/** What an event says besides that it happened. */
export type Told = Omit<LedgerEvent<string>, 'stream' | 'entry' | 'happening' | 'subject' | 'at'>
