import type { Addresses } from '../Addresses.ts'
import type { Reveals } from '../../desk/Reveals.ts'
import type { EventRate } from '../../ingest/EventRate.ts'
import { acted } from '../acted.ts'
import { commandStatus } from '../commandStatus.ts'

/** `POST /api/v1/reveal`: what is masked at the desk, for the seat that asks and says what for; who asked and why is kept first (A26). */
export function reveal(addresses: Addresses, { reveals, rate }: { reveals: Reveals; rate: EventRate }): void {
  addresses.add('/api/v1/reveal', { POST: acted(rate, body => reveals.ask(body), commandStatus) })
}
