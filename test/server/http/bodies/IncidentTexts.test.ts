import type { IncidentRecord } from '../../../../shared/families/incident/IncidentPart.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { IncidentTexts } from '../../../../server/http/bodies/IncidentTexts.ts'
import { emptyState } from '../../../../shared/state/emptyState.ts'
import { fold } from '../../../../shared/state/fold.ts'
import { toSnapshot } from '../../../../shared/state/toSnapshot.ts'
import { incidentEvent } from '../../../support/incidentEvent.ts'
import { tinyBasis } from '../../../support/tinyBasis.ts'

it('[P32] written in slices while the fold goes on, the matters are those of the moment at which it ends', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(399), fc.nat(30)), { maxLength: 400 }), (changes) => {
    const state = emptyState(tinyBasis)
    let minute = 0
    const apply = (name: Parameters<typeof incidentEvent>[0], subject: string, data = {}) => {
      const folded = fold(state, { ...incidentEvent(name, minute++, data), subject })
      return folded.outcome === 'applied' ? folded.touched.incident : undefined
    }
    for (let i = 0; i < 200; i++)
      apply('reported', `WG-${i}`)
    const texts = new IncidentTexts(state, records => JSON.stringify(records).slice(1, -1))
    let going = true
    for (const [matter, steps] of changes) {
      const touched = apply(matter < 200 ? 'commented' : 'reported', `WG-${matter}`, matter < 200 ? { text: 'x' } : {})
      if (touched !== undefined)
        texts.touch(touched)
      for (let i = 0; i < steps && going; i++)
        going = texts.step()
      going = true
    }
    state.incident.incidents.delete('WG-7')
    while (texts.step());
    const written = JSON.parse(`[${Buffer.concat(texts.finish()).toString()}]`) as IncidentRecord[]
    expect(sorted(written)).toEqual(sorted(toSnapshot(state).incident.incidents))
  }), { numRuns: 30 })
})

function sorted(records: readonly IncidentRecord[]): IncidentRecord[] {
  return JSON.parse(JSON.stringify([...records].sort((a, b) => a.id < b.id ? -1 : 1))) as IncidentRecord[]
}
