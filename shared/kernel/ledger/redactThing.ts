import type { AliasOf } from '../../words/publicId.ts'
import type { AnyDefinition } from './AnyDefinition.ts'
import type { FieldRule } from './LedgerDefinition.ts'
import type { ThingRecord } from './Thing.ts'
import { publicId } from '../../words/publicId.ts'

/** What of a thing a screen may see: each field is named here, so that one that is added reaches nobody until somebody says so. */
export function redactThing<Stage extends string>({ fields = {} }: AnyDefinition, thing: ThingRecord<Stage>, aliasOf: AliasOf): ThingRecord<Stage> {
  const { id, region, stage, openedAt, openedEntry, stageAt, due, marks, is, needs, has, endedEntry, version } = thing
  return {
    id: publicId(id, aliasOf),
    region,
    stage,
    openedAt,
    openedEntry,
    stageAt,
    due,
    marks,
    is,
    fields: Object.fromEntries(Object.entries(thing.fields).flatMap(([name, value]) => {
      const shown = show(fields[name], value, aliasOf)
      return shown === undefined ? [] : [[name, shown]]
    })),
    needs,
    has,
    ...(endedEntry !== undefined && { endedEntry }),
    version,
  }
}

function show(rule: FieldRule | undefined, value: unknown, aliasOf: AliasOf): unknown {
  switch (rule?.screen) {
    case 'alias': return aliasOf(String(value))
    case 'public-id': return publicId(String(value), aliasOf)
    case undefined: return rule?.class === 'public' ? value : undefined
  }
}
