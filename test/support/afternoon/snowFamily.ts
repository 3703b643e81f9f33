/** A made-up family, file by file: stretches of road from which snow is to be cleared. What a stream needs inside its own folders. */
export const SNOW_FILES: Readonly<Record<string, string>> = {
  'shared/families/snow/events.ts': `import { z } from 'zod'
import { classed } from '../../events/fieldClass.ts'
import { gridCode } from '../../words/codes.ts'

/** Events of the stream \`snow\`; the subject is the stretch. */
export const snowEvents = {
  'snow.stretch.reported': z.looseObject({
    grid: classed(gridCode, 'public', 'grid of the stretch'),
    road: classed(z.enum(['main', 'side']), 'public', 'kind of road'),
    caller: classed(z.string().max(40).optional(), 'personal', 'who called'),
  }),
  'snow.stretch.begun': z.looseObject({ team: classed(z.string().max(64), 'internal', 'who clears it', 'alias') }),
  'snow.stretch.cleared': z.looseObject({}),
} as const
`,
  'shared/families/snow/examples.ts': `import type { Example } from '../../events/Example.ts'
import type { snowEvents } from './events.ts'

export const snowExamples: Record<keyof typeof snowEvents, Example> = {
  'snow.stretch.reported': { subject: 'stretch-1', data: { grid: '152921404003002', road: 'main', caller: '张三' } },
  'snow.stretch.begun': { subject: 'stretch-1', data: { team: 'T1' } },
  'snow.stretch.cleared': { subject: 'stretch-1', data: {} },
}
`,
  'shared/families/snow/snowDefinition.ts': `import type { LedgerDefinition } from '../../kernel/ledger/LedgerDefinition.ts'
import type { snowEvents } from './events.ts'

export type SnowStage = 'waits' | 'begun' | 'cleared'

/** The table, the clock and what is counted: all that is particular to snow. */
export const SNOW: LedgerDefinition<SnowStage, keyof typeof snowEvents, 'clear', 'road'> = {
  name: 'snow.stretch',
  table: {
    none: { 'snow.stretch.reported': 'waits' },
    waits: { 'snow.stretch.begun': 'begun', 'snow.stretch.cleared': 'cleared' },
    begun: { 'snow.stretch.cleared': 'cleared' },
    cleared: { 'snow.stretch.reported': 'waits' },
  },
  ends: ['cleared'],
  clocks: { clear: { startedBy: ['snow.stretch.reported'], by: 'road', limits: [{ ms: 14_400_000, time: 'calendar' }, { key: 'main', ms: 3_600_000, time: 'calendar' }] } },
  dimensions: { road: ['main', 'side'] },
  fields: { team: { class: 'internal', screen: 'alias' }, caller: { class: 'personal' } },
  counts: { span: 'day', kept: 3, of: [{ name: 'reported', on: ['snow.stretch.reported'], by: 'road' }, { name: 'inTime', on: ['snow.stretch.cleared'], inTime: 'clear' }] },
  keptMs: 172_800_000,
  most: 200,
}
`,
  'shared/families/snow/snowFamily.ts': `import type { EventOf } from '../../events/EventOf.ts'
import type { Family } from '../../kernel/Family.ts'
import type { LedgerSlice } from '../../kernel/ledger/LedgerSlice.ts'
import type { LedgerPart } from '../../kernel/ledger/Thing.ts'
import type { snowEvents } from './events.ts'
import type { SnowStage } from './snowDefinition.ts'
import { Ledger } from '../../kernel/ledger/Ledger.ts'
import { whyOutside } from '../../kernel/whyOutside.ts'
import { publicId } from '../../words/publicId.ts'
import { epochOf } from '../../words/time/time.ts'
import { SNOW } from './snowDefinition.ts'

const ledger = new Ledger(SNOW)

export const snowFamily: Family<'snow', 'snow', LedgerSlice<SnowStage>, LedgerPart<SnowStage>, typeof snowEvents> = {
  key: 'snow',
  empty: ground => ledger.empty(ground),
  fold: (ground, event) => ledger.fold(ground, ground.snow, { stream: 'snow', entry: event.entry, happening: event.type, subject: event.subject, at: epochOf(event.time), ...told(event) }),
  write: ground => ledger.write(ground, ground.snow),
  read: (ground, part) => ledger.read(ground, ground.snow, part),
  within: (part, region) => ledger.within(part, region),
  redact: ledger.redact,
  screenSubject: publicId,
  place: () => undefined,
  isOutside: (_type, _subject, data, placer) => whyOutside(data, placer),
  gridOf: ({ basis, snow }, { subject }) => basis.grids[snow.things.get(subject)?.node ?? -1],
  newestAt: slice => ledger.newestAt(slice),
}

function told(event: EventOf<'snow', typeof snowEvents>) {
  switch (event.type) {
    case 'snow.stretch.reported': return { region: event.data.grid, is: { road: event.data.road }, fields: { caller: event.data.caller } }
    case 'snow.stretch.begun': return { fields: { team: event.data.team } }
    case 'snow.stretch.cleared': return {}
  }
}
`,
  'shared/indicators/snow/snowToClear.ts': `import type { Indicator } from '../Indicator.ts'
import { listThings } from '../../kernel/ledger/listThings.ts'

/** 待除雪路段. Formula: stretches that wait or are begun, and of them those late. Window: this moment. Source: stream \`snow\`. */
export const snowToClear: Indicator<'snowToClear', { open: number; late: number; first: string[] }> = {
  id: 'snowToClear',
  streams: ['snow'],
  window: 'now',
  due: 'counted',
  measure({ index, snow }, region, now) {
    const wanted = { region, stages: ['waits', 'begun'], now, order: { due: 'clear' }, most: 3 } as const
    const { things, of } = listThings(index.nodes, snow, wanted)
    return { open: of, late: listThings(index.nodes, snow, { ...wanted, late: 'clear' }).of, first: things.map(({ id }) => id) }
  },
  figures: ({ open, late }) => [{ word: 'part', value: late }, { word: 'whole', value: open }],
}
`,
  'client/wall/snow/words/zh.ts': `export default { title: '除雪', open: '{n} 段待清', late: '超时 {n}' }
`,
  'client/wall/snow/words/en.ts': `export default { title: 'Snow', open: '{n} to clear', late: '{n} late' }
`,
  'client/wall/snow/SnowPanel.vue': `<script setup lang="ts">
import { say } from '../../words/say.ts'
import { usePart } from '../../words/usePart.ts'
import en from './words/en.ts'
import zh from './words/zh.ts'

const { figure } = defineProps<{ figure: { open: number; late: number; first: string[] } }>()
const words = usePart({ zh, en })
</script>

<template>
  <section class="panel">
    <h2>{{ words.title }}</h2>
    <p>{{ say(words.open, { n: figure.open }) }} · {{ say(words.late, { n: figure.late }) }}</p>
    <ol><li v-for="id in figure.first" :key="id">{{ id }}</li></ol>
  </section>
</template>
`,
}
