/** What a new stream is written into outside its own folders: file, and what is put there instead of what. */
export const SNOW_PLACES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'shared/words/stream.ts': [[`] as const`, `, 'snow'] as const`]],
  'shared/state/families.ts': [
    [`import { patrolFamily }`, `import { snowFamily } from '../families/snow/snowFamily.ts'\nimport { patrolFamily }`],
    [`} as const satisfies`, `  'snow': snowFamily,\n} as const satisfies`],
  ],
  'shared/state/familyEvents.ts': [
    [`import { patrolEvents }`, `import { snowEvents } from '../families/snow/events.ts'\nimport { snowExamples } from '../families/snow/examples.ts'\nimport { patrolEvents }`],
    [`} as const satisfies`, `  'snow': { events: snowEvents, examples: snowExamples },\n} as const satisfies`],
  ],
  'client/words/messages/zh/truth.ts': [[`    'grid-status': '网格',`, `    'grid-status': '网格',\n    'snow': '除雪',`]],
  'client/words/messages/en/truth.ts': [[`    'grid-status': 'grids',`, `    'grid-status': 'grids',\n    'snow': 'snow',`]],
}
