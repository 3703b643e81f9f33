import type { AnyDefinition } from './AnyDefinition.ts'
import type { Thing } from './Thing.ts'
import { hash32 } from '../../words/hash32.ts'
import { partsOf } from '../partsOf.ts'

const text = (value: string | undefined) => value === undefined ? 0 : hash32(value)

/**
 * What of a thing its digest mixes: all that every audience has. Ids and nodes have another form in each scope: the entry that opened it
 * and the digest's own node stand for them. Its key is the desk's alone.
 */
export function thingParts({ clocks = {}, dimensions = {}, fields = {} }: AnyDefinition): (thing: Thing) => number[] {
  const shown = Object.keys(fields).filter(name => fields[name]!.class === 'public' && !fields[name]!.screen)
  return partsOf<Omit<Thing, 'id' | 'node' | 'key'>>({
    stage: text,
    openedAt: Number,
    openedEntry: text,
    stageAt: Number,
    due: due => Object.keys(clocks).map(clock => due[clock] ?? 0),
    marks: marks => text(marks.join(' ')),
    is: is => Object.keys(dimensions).map(name => text(is[name])),
    fields: values => shown.map(name => text(JSON.stringify(values[name]))),
    needs: Number,
    has: Number,
    endedEntry: text,
    version: Number,
  })
}
