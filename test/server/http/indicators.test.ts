import type { StateResource } from '../../../shared/protocol/stateResource.ts'
import type { DistrictResource } from '../../../shared/protocol/districtResource.ts'
import type { IndicatorRow } from '../../../server/http/indicatorRows.ts'
import { expect, it } from 'vitest'
import { indicatorsAnswer } from '../../../server/http/documents/answers.ts'
import { INDICATORS } from '../../../shared/indicators/indicators.ts'
import type { Indicator } from '../../../shared/indicators/Indicator.ts'
import { fromSnapshot } from '../../../shared/state/fromSnapshot.ts'
import { reportIncident } from '../../support/reportIncident.ts'
import { startTestServer } from '../../support/startTestServer.ts'
import { waitFor } from '../../support/waitFor.ts'

it('[I8] a row of each indicator is answered, with the figures that a screen computes from the same state', async () => {
  await using server = await startTestServer()
  await server.post([reportIncident('WG-1'), reportIncident('WG-2', { severity: 'I' }), reportIncident('WG-3')])
  await waitFor('all are folded', async () => ((await server.get('/api/v1/state?audience=desk')).body as StateResource).state.incident.incidents.length === 3)
  const { body } = await server.get('/api/v1/indicators?audience=desk')
  expect(indicatorsAnswer.safeParse(body).error).toBeUndefined()
  const { at, indicators } = body as { at: number; indicators: IndicatorRow[] }
  const { state } = (await server.get('/api/v1/state?audience=desk')).body as StateResource
  const facts = (await server.get('/api/v1/district')).body as DistrictResource
  const shown = fromSnapshot(state)
  expect(indicators).toEqual(Object.values<Indicator<string, unknown>>(INDICATORS).map(indicator => ({
    id: indicator.id,
    streams: indicator.streams,
    window: indicator.window,
    due: indicator.due,
    figures: indicator.figures?.(indicator.measure(shown, '152921', at, facts)) ?? [],
  })))
  expect(indicators.find(({ id }) => id === 'open')!.figures).toEqual([{ word: 'count', value: 3 }])
})
