import type { Addresses } from '../Addresses.ts'
import type { Commands } from '../../commands/Commands.ts'
import type { EventRate } from '../../ingest/EventRate.ts'
import { commandStatus } from '../commandStatus.ts'
import { jsonBody } from '../jsonBody.ts'
import { problem } from '../problem.ts'

/** `POST /api/v1/commands`: one command, answered when it is kept and folded; a refusal is `application/problem+json` with its reason (C2). */
export function postCommands(addresses: Addresses, { commands, rate }: { commands: Commands; rate: EventRate }): void {
  addresses.add('/api/v1/commands', { POST: async (request, response) => {
    const json = jsonBody(request, response, rate)
    if (!json)
      return
    const answer = await commands.execute(json.value)
    response.setHeader('Cache-Control', 'no-store')
    if (answer.accepted)
      return void response.json(answer)
    if (answer.seconds !== undefined)
      response.setHeader('Retry-After', String(answer.seconds))
    problem(response, commandStatus(answer.reason), answer.message, answer)
  } })
}
