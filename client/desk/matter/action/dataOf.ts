import type { CommandType } from '../../../../shared/domain/commandTable.ts'
import type { Question } from './acting.ts'
import type { ActionValues } from './ActionField.ts'

/** The data of a command, from what was entered. Empty fields are left out; the server judges the rest. @param zoneMs the district's, for dates */
export function dataOf(question: Question, values: ActionValues, zoneMs: number): { type: CommandType; data: Record<string, unknown> } {
  const { result, ...fields } = values
  const data: Record<string, unknown> = Object.fromEntries(Object.entries(fields).flatMap(([name, text]) => text.trim() === '' ? [] : [[name, text.trim()]]))
  for (const name of ['due', 'until']) {
    if (typeof data[name] === 'string')
      data[name] = instantOf(data[name], zoneMs)
  }
  if (question === 'whistle')
    data.units = (values.units ?? '').split('\n').filter(Boolean)
  if (question === 'evaluate')
    data.satisfied = data.satisfied === 'yes'
  if (question === 'verify') {
    const { note, reason } = data
    return result === 'fail' ? { type: 'rework', data: { reason, note } } : { type: 'close', data: { note } }
  }
  return { type: question as CommandType, data }
}

/** Fields that a command cannot do without and that are empty. */
export function lacking(question: Question, values: ActionValues, needed: readonly string[]): string[] {
  const empty = (name: string) => (values[name] ?? '').trim() === ''
  const lacks = needed.filter(empty)
  if (question === 'supervise' && empty('card') && empty('due'))
    lacks.push('due')
  if (question === 'verify' && values.result === 'fail' && empty('reason'))
    lacks.push('reason')
  return lacks
}

/** A date and time of the district as RFC 3339. @param text as an input of type datetime-local has it */
function instantOf(text: string, zoneMs: number): string {
  return new Date(Date.parse(`${text}Z`) - zoneMs).toISOString()
}
