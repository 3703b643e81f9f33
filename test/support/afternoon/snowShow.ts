/** What is done with the made-up family once it stands: folded, redacted, resumed, cut to a region, measured, drawn. */
export const SNOW_SHOW = `import { createPinia } from 'pinia'
import { createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import type { Basis } from './shared/domain/basis.ts'
import SnowPanel from './client/wall/snow/SnowPanel.vue'
import { redactSnapshot } from './shared/audience/redactSnapshot.ts'
import { redactEvent } from './shared/audience/redactEvent.ts'
import { scopeSnapshot } from './shared/audience/scopeSnapshot.ts'
import { INDICATORS } from './shared/indicators/indicators.ts'
import { emptyState } from './shared/state/emptyState.ts'
import { fold } from './shared/state/fold.ts'
import { fromSnapshot } from './shared/state/fromSnapshot.ts'
import { toSnapshot } from './shared/state/toSnapshot.ts'

const alias = (id: string) => '~' + id
const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 1, minute)).toISOString()

export async function show(basis: Basis) {
  const [here, , , far] = basis.grids as [string, string, string, string]
  const said = [
    ['reported', 's1', { grid: here, road: 'main', caller: '张三' }],
    ['reported', 's2', { grid: far, road: 'side' }],
    ['reported', 's3', { grid: here, road: 'side' }],
    ['begun', 's2', { team: 'T1' }],
    ['cleared', 's3', {}],
    ['begun', 's3', { team: 'T1' }],
  ] as const
  const events = said.map(([what, subject, data], n) => ({ stream: 'snow', type: 'snow.stretch.' + what, entry: Date.parse(at(n)) + '-0', time: at(n), source: 't', id: 'e' + n, subject, data })) as never[]
  const state = emptyState(basis)
  const outcomes = events.map(event => fold(state, event).outcome)
  const screen = emptyState(basis)
  events.forEach(event => fold(screen, redactEvent(event, 'screen', alias)))
  const seen = redactSnapshot(toSnapshot(state), 'screen', alias)
  const resumed = fromSnapshot(JSON.parse(JSON.stringify(seen)))
  const figure = INDICATORS.snowToClear.measure(resumed, basis.code, Date.parse(at(61)), {} as never)
  return {
    outcomes,
    seen: seen.snow,
    folded: toSnapshot(screen).snow,
    digests: [state, screen, resumed].map(({ digest }) => digest.of(basis.code)),
    there: scopeSnapshot(seen, far.slice(0, 9)).snow.things.map(({ id }) => id),
    figure,
    drawn: await renderToString(createSSRApp(SnowPanel, { figure }).use(createPinia())),
  }
}
`
