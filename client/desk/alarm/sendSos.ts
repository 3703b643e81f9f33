import type { SosCommand } from '../../../shared/commands/sos/SosCommand.ts'
import type { CommandAnswer } from '../../../shared/protocol/commandAnswer.ts'
import { commandAnswer } from '../../../shared/protocol/commandAnswer.ts'
import { askJson } from '../../base/askJson.ts'

/** Sends what this seat orders about a call for help; sent again under its id it has one effect (C40). @throws CutError where it is not known what became of it */
export function sendSos(base: string, command: SosCommand, signal: AbortSignal): Promise<CommandAnswer> {
  return askJson(commandAnswer, new URL('api/v1/sos', base), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(command),
    signal,
  })
}
