import type { Addresses } from '../Addresses.ts'
import type { Commands } from '../../commands/Commands.ts'
import type { EventRate } from '../../ingest/EventRate.ts'
import { acted } from '../acted.ts'
import { commandStatus } from '../commandStatus.ts'

/** `POST /api/v1/commands`: one command, answered when it is kept and folded; a refusal is `application/problem+json` with its reason (C2). */
export function postCommands(addresses: Addresses, { commands, rate }: { commands: Commands; rate: EventRate }): void {
  addresses.add('/api/v1/commands', { POST: acted(rate, body => commands.execute(body), commandStatus) })
}
