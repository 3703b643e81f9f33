import { z } from 'zod'
import type { CommandType } from '../domain/commandTable.ts'
import { COMMAND_TYPES } from '../domain/commandTable.ts'
import { lineOf } from '../words/lineOf.ts'
import { DEFINITIONS } from './definitions.ts'

const text = (description: string, max = 128) => lineOf(max).describe(description)

const head = {
  id: text('id of the command, made by who sends it: sent again, it is answered as at first and has one effect', 64),
  incident: text('the matter'),
  version: z.string().regex(/^\d{1,16}-\d{1,20}$/, 'an entry id such as 1732432432000-0').describe('the matter’s `entry` as the actor saw it'),
  actor: text('who acts: a seat of the duty shift, a staff id, or unit: and a unit’s name'),
}

export type CommandOf<T extends CommandType> = { [K in keyof typeof head]: string } & { type: T; data: z.infer<(typeof DEFINITIONS)[T]['data']> }

/** Something that somebody orders about one matter. */
export type Command = { [T in CommandType]: CommandOf<T> }[CommandType]

const one = (type: CommandType) => z.strictObject({ type: z.literal(type), ...head, data: DEFINITIONS[type].data })
  .meta({ id: `Command${type[0]!.toUpperCase()}${type.slice(1)}` })

/** A command as it comes in. `data` differs by type. */
export const command = z.discriminatedUnion('type', COMMAND_TYPES.map(one) as never as [ReturnType<typeof one>])
  .meta({ id: 'Command' }) as never as z.ZodType<Command>
