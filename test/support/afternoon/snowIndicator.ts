/** What its number is written into outside the subject's folder: the list of indicators, and the words of its definition. */
export const SNOW_INDICATOR: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'shared/indicators/indicators.ts': [
    [`import { GRID_MEASURES }`, `import { snowToClear } from './snow/snowToClear.ts'\nimport { GRID_MEASURES }`],
    [`  ...GRID_MEASURES,`, `  snowToClear,\n  ...GRID_MEASURES,`],
  ],
  'client/wall/detail/words/zhDefinitions.ts': [[`    'latency':`, `    'snowToClear': { name: '待除雪路段', formula: '待清和在清的路段数' },\n    'latency':`]],
  'client/wall/detail/words/enDefinitions.ts': [[`    'latency':`, `    'snowToClear': { name: 'Snow to clear', formula: 'stretches that wait or are begun' },\n    'latency':`]],
}
