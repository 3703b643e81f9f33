import type { CommandType } from '../domain/commandTable.ts'
import type { z } from 'zod'
import type { CommandDefinition } from './defineCommand.ts'
import { accept } from './definitions/intake/accept.ts'
import { acknowledge } from './definitions/handling/acknowledge.ts'
import { arrive } from './definitions/handling/arrive.ts'
import { attach } from './definitions/records/attach.ts'
import { check } from './definitions/closing/check.ts'
import { close } from './definitions/closing/close.ts'
import { comment } from './definitions/records/comment.ts'
import { dispatch } from './definitions/handling/dispatch.ts'
import { escalate } from './definitions/levels/escalate.ts'
import { evaluate } from './definitions/closing/evaluate.ts'
import { extend } from './definitions/handling/extend.ts'
import { feedback } from './definitions/handling/feedback.ts'
import { handle } from './definitions/handling/handle.ts'
import { lead } from './definitions/intake/lead.ts'
import { merge } from './definitions/intake/merge.ts'
import { park } from './definitions/handling/park.ts'
import { receiveReport } from './definitions/records/receiveReport.ts'
import { reclassify } from './definitions/intake/reclassify.ts'
import { reject } from './definitions/intake/reject.ts'
import { reopen } from './definitions/closing/reopen.ts'
import { reportUpward } from './definitions/records/reportUpward.ts'
import { resume } from './definitions/handling/resume.ts'
import { returnIt } from './definitions/handling/returnIt.ts'
import { reveal } from './definitions/records/reveal.ts'
import { rework } from './definitions/handling/rework.ts'
import { rule } from './definitions/handling/rule.ts'
import { sendDown } from './definitions/levels/sendDown.ts'
import { supervise } from './definitions/levels/supervise.ts'
import { tick } from './definitions/records/tick.ts'
import { unmerge } from './definitions/intake/unmerge.ts'
import { whistle } from './definitions/levels/whistle.ts'

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
  unmerge,
  close,
  evaluate,
  reopen,
  reclassify,
  reportUpward,
  receiveReport,
  tick,
  reveal,
  attach,
} satisfies { [T in CommandType]: CommandDefinition<z.ZodType> }
