import type { CommandType } from '../domain/commandTable.ts'
import type { z } from 'zod'
import type { CommandDefinition } from './defineCommand.ts'
import { accept } from './accept.ts'
import { acknowledge } from './acknowledge.ts'
import { arrive } from './arrive.ts'
import { attach } from './attach.ts'
import { check } from './check.ts'
import { close } from './close.ts'
import { comment } from './comment.ts'
import { dispatch } from './dispatch.ts'
import { escalate } from './escalate.ts'
import { evaluate } from './evaluate.ts'
import { extend } from './extend.ts'
import { feedback } from './feedback.ts'
import { handle } from './handle.ts'
import { lead } from './lead.ts'
import { merge } from './merge.ts'
import { park } from './park.ts'
import { receiveReport } from './receiveReport.ts'
import { reclassify } from './reclassify.ts'
import { reject } from './reject.ts'
import { reopen } from './reopen.ts'
import { reportUpward } from './reportUpward.ts'
import { resume } from './resume.ts'
import { returnIt } from './returnIt.ts'
import { rework } from './rework.ts'
import { rule } from './rule.ts'
import { sendDown } from './sendDown.ts'
import { supervise } from './supervise.ts'
import { tick } from './tick.ts'
import { whistle } from './whistle.ts'

/** Every command, by the name in its `type`. */
export const DEFINITIONS = {
  acknowledge,
  accept,
  reject,
  dispatch,
  handle,
  comment,
  escalate,
  sendDown,
  return: returnIt,
  rule,
  whistle,
  arrive,
  lead,
  supervise,
  extend,
  park,
  resume,
  feedback,
  check,
  rework,
  merge,
  close,
  evaluate,
  reopen,
  reclassify,
  reportUpward,
  receiveReport,
  tick,
  attach,
} satisfies { [T in CommandType]: CommandDefinition<z.ZodType> }
