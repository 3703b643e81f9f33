import type { SosCommands } from '../../commands/SosCommands.ts'
import type { EventRate } from '../../ingest/EventRate.ts'
import type { Addresses } from '../Addresses.ts'
import { acted } from '../acted.ts'
import { commandStatus } from '../commandStatus.ts'

/** `POST /api/v1/sos`: a seat signs for a call for help, passes it on or ends it; answered when it is kept and folded (C40). */
export function sos(addresses: Addresses, { sosCommands, rate }: { sosCommands: SosCommands; rate: EventRate }): void {
  addresses.add('/api/v1/sos', { POST: acted(rate, body => sosCommands.execute(body), commandStatus) })
}
