import type { CommandType } from '../domain/commandTable.ts'
import type { z } from 'zod'
import type { CommandDefinition } from './defineCommand.ts'
import { accept } from './definitions/accept.ts'
import { acknowledge } from './definitions/acknowledge.ts'
import { arrive } from './definitions/arrive.ts'
import { attach } from './definitions/attach.ts'
import { check } from './definitions/check.ts'
import { close } from './definitions/close.ts'
import { comment } from './definitions/comment.ts'
import { dispatch } from './definitions/dispatch.ts'
import { escalate } from './definitions/escalate.ts'
import { evaluate } from './definitions/evaluate.ts'
import { extend } from './definitions/extend.ts'
import { feedback } from './definitions/feedback.ts'
import { handle } from './definitions/handle.ts'
import { lead } from './definitions/lead.ts'
import { merge } from './definitions/merge.ts'
import { park } from './definitions/park.ts'
import { receiveReport } from './definitions/receiveReport.ts'
import { reclassify } from './definitions/reclassify.ts'
import { reject } from './definitions/reject.ts'
import { reopen } from './definitions/reopen.ts'
import { reportUpward } from './definitions/reportUpward.ts'
import { resume } from './definitions/resume.ts'
import { returnIt } from './definitions/returnIt.ts'
import { reveal } from './definitions/reveal.ts'
import { rework } from './definitions/rework.ts'
import { rule } from './definitions/rule.ts'
import { sendDown } from './definitions/sendDown.ts'
import { supervise } from './definitions/supervise.ts'
import { tick } from './definitions/tick.ts'
import { unmerge } from './definitions/unmerge.ts'
import { whistle } from './definitions/whistle.ts'

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
