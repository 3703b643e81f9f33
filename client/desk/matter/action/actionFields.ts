import type { DeskResource } from '../../../../shared/protocol/desk/deskResource.ts'
import type { Level } from '../../../../shared/words/level.ts'
import type { Question } from './acting.ts'
import type { OpenMatter } from '../openMatter.ts'
import type { ActionField, ActionOption } from './ActionField.ts'
import type { useDeskMatterWords } from '../useDeskMatterWords.ts'
import { CATEGORIES, SUBCATEGORIES } from '../../../../shared/words/category/category.ts'
import { LEVELS } from '../../../../shared/words/level.ts'
import { SEVERITIES } from '../../../../shared/words/severity.ts'
import { unitOptions } from './unitOptions.ts'

export interface FieldFacts {
  said: ReturnType<typeof useDeskMatterWords>
  matter: OpenMatter
  desk: DeskResource
}

/** What is asked before a command is given; in the order in which it is asked. */
export function actionFields(question: Question, { said, matter: { incident, grid }, desk }: FieldFacts): ActionField[] {
  const { words: { value: { form, reason, length } }, texts, say, who } = said
  const note: ActionField = { name: 'note', label: form.note, kind: 'text', needed: false }
  const neededNote = { ...note, needed: true }
  const words = (...names: (keyof typeof reason)[]): ActionOption[] => names.map(value => ({ value, label: reason[value] }))
  const why = (...names: (keyof typeof reason)[]) => pick('reason', form.reason, words(...names))
  const units = (names: readonly string[]): ActionOption[] => names.map(value => ({ value, label: value }))
  const levels = (of: readonly Level[]): ActionOption[] => of.map(value => ({ value, label: texts.value.incident.level[value] }))
  const listed = unitOptions(desk, grid, said.name)
  const at = LEVELS.indexOf(incident.level)
  const isGrave = incident.severity === 'I' || incident.severity === 'II'
  const called = (incident.units ?? []).map(({ unit }) => unit)

  switch (question) {
    case 'acknowledge': return [{ ...written('word', say(form.wordFor, { who: who(incident.assignee ?? incident.unit) })), needed: true }, note]
    case 'reject': return [why('not-ours', 'not-true', 'no-place', 'repeat', 'withdrawn'), note]
    case 'dispatch': return [listed.length > 0 ? { name: 'unit', label: form.unit, kind: 'typed', needed: true, options: listed } : { ...written('unit', form.unit), needed: true }, { ...pick('level', form.level, levels(LEVELS)), needed: false }, note]
    case 'escalate': return [{ ...pick('to', form.to, levels(LEVELS.slice(at + 1, isGrave ? undefined : at + 2))), initial: LEVELS[at + 1]! }, why('beyond-capacity', 'grave', 'ordered'), note]
    case 'sendDown': return [{ ...pick('to', form.toDown, levels(LEVELS.slice(0, at))), initial: LEVELS[at - 1]! }, why('within-capacity', 'wrong-level', 'ordered'), note]
    case 'return': return [why('not-ours', 'not-enough-information', 'beyond-capacity', 'wrong-place', 'repeat'), note]
    case 'rule': return [pick('ruling', form.ruling, words('upheld', 'overruled')), note]
    case 'whistle': return [{ name: 'units', label: form.units, kind: 'typedMany', needed: true, options: listed.filter(({ value }) => !called.includes(value)) }, note]
    case 'arrive': return [pick('unit', form.unit, units((incident.units ?? []).flatMap(({ unit, at: there }) => there === 0 ? [unit] : []))), note]
    case 'lead': return [pick('unit', form.unit, units([...new Set([...incident.unit === undefined ? [] : [incident.unit], ...called])].filter(unit => unit !== incident.leadUnit)))]
    case 'supervise': return [{ ...pick('card', form.card, [{ value: 'yellow', label: texts.value.incident.card.yellow }, { value: 'red', label: texts.value.incident.card.red }]), needed: false }, { name: 'due', label: form.due, kind: 'moment', needed: false }, note]
    case 'extend': return [pick('by', form.by, Object.entries(length).map(([value, label]) => ({ value, label }))), written('authority', form.authority), neededNote]
    case 'park': return [why('season', 'law-suit', 'funds', 'other-authority', 'weather'), { ...written('authority', form.authority), needed: true }, { name: 'until', label: form.until, kind: 'moment', needed: false }, note]
    case 'feedback': return [neededNote]
    case 'rework': return [why('not-done', 'partly-done', 'came-back'), note]
    case 'verify': return [pick('result', form.result, words('pass', 'fail')), { ...why('not-done', 'partly-done', 'came-back'), needed: false }, neededNote]
    case 'close': return [{ ...pick('level', form.settledAt, levels(LEVELS)), initial: incident.level }, neededNote]
    case 'evaluate': return [pick('satisfied', form.satisfied, words('yes', 'no')), note]
    case 'reopen': return [why('came-back', 'low-rating', 'error'), note]
    case 'reclassify': return [
      { ...pick('category', form.category, CATEGORIES.map(value => ({ value, label: texts.value.category.of[value] }))), initial: incident.category },
      { ...pick('subcategory', form.subcategory, Object.values(SUBCATEGORIES).flat().map(value => ({ value, label: texts.value.category.sub[value] }))), needed: false, ...(incident.subcategory && { initial: incident.subcategory }) },
      { ...pick('severity', form.severity, SEVERITIES.map(value => ({ value, label: texts.value.incident.severity[value] }))), initial: incident.severity },
      note,
    ]
    case 'receiveReport': return [written('by', form.receivedBy), note]
    default: return [note]
  }
}

function pick(name: string, label: string, options: readonly ActionOption[]): ActionField {
  return { name, label, kind: 'pick', needed: true, options }
}

function written(name: string, label: string): ActionField {
  return { name, label, kind: 'line', needed: false }
}
