import type { SceneTheme } from '../../client/look/sceneTheme.ts'

/** The night tokens, for tests without a style sheet. */
export const testTheme: SceneTheme = {
  sky: '#0b0f16',
  panel: '#111720',
  line: '#29323e',
  line2: '#46515f',
  ink0: '#f3ede1',
  ink1: '#c3bfb4',
  ink2: '#979a9d',
  acc: '#7fd1b0',
  accDim: '#3f6f60',
  accDeep: '#1e3a34',
  ramp: ['#1d1d1f', '#302d2a', '#48423a', '#655b4c', '#877962'],
  severity: { I: '#ff5c52', II: '#ff9d42', III: '#f7dc4a', IV: '#6fb4ff' },
  sans: 'sans-serif',
  serif: 'serif',
  num: 'sans-serif',
  scale: 1,
  textFactor: 1,
}
