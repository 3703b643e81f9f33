import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { audience as audiences } from '../../../shared/words/Audience.ts'
import { redactEvent } from '../../../shared/audience/redactEvent.ts'
import { redactSnapshot } from '../../../shared/audience/redactSnapshot.ts'
import { scopeSnapshot } from '../../../shared/audience/scopeSnapshot.ts'
import { emptyState } from '../../../shared/state/emptyState.ts'
import { fold } from '../../../shared/state/fold.ts'
import { fromSnapshot } from '../../../shared/state/fromSnapshot.ts'
import { toSnapshot } from '../../../shared/state/toSnapshot.ts'
import { isWithin } from '../../../shared/words/regionCode.ts'
import { arbitraryLog } from '../../support/arbitraryEvents.ts'
import { foldAll } from '../../support/foldAll.ts'
import { testAliasOf } from '../../support/testAliasOf.ts'
import { tinyBasis } from '../../support/tinyBasis.ts'

const audience = fc.constantFrom(...audiences.options)
const region = fc.constantFrom('152921', '152921102', '152921402', '152921102001', '152921402001003')

describe('redaction', () => {
  it('[A2] redact, then fold = fold, then redact, for every audience, region and moment of joining', () => {
    fc.assert(fc.property(arbitraryLog, audience, region, fc.nat(), (log, who, where, cut) => {
      const at = cut % (log.length + 1)
      const server = foldAll(log.slice(0, at))
      const view = () => redactSnapshot(scopeSnapshot(toSnapshot(server), where), who, testAliasOf)
      const client = fromSnapshot(JSON.parse(JSON.stringify(view())))
      for (const event of log.slice(at)) {
        const result = fold(server, event)
        if (result.outcome === 'applied' && result.touched.grids.some(grid => isWithin(tinyBasis.grids[grid]!, where)))
          fold(client, JSON.parse(JSON.stringify(redactEvent(event, who, testAliasOf))))
      }
      expect(client.digest.of(where)).toBe(server.digest.of(where))
      expect(toSnapshot(client)).toEqual(JSON.parse(JSON.stringify(view())))
    }), { numRuns: 300 })
  })

  it('[A3][A6] lets no value of a field that is not public into anything for a screen', () => {
    fc.assert(fc.property(arbitraryLog, (log) => {
      const state = foldAll(log)
      const bytes = JSON.stringify([log.map(event => redactEvent(event, 'screen', testAliasOf)), redactSnapshot(toSnapshot(state), 'screen', testAliasOf)])
      for (const secret of ['PERSONAL', '张三', '13812345678', '王五', '13987654321'])
        expect(bytes).not.toContain(secret)
    }))
  })

  it('[A7] tells a screen of known special groups alone, and of none with fewer than five', () => {
    const event = { stream: 'grid-status', entry: '1-0', type: 'grid-status.population.counted', time: '2026-11-24T00:00:00Z', source: 's', id: 'i', subject: tinyBasis.grids[0]!, data: { households: 4, residents: 9, special: { 'elderly-alone': 5, 'severe-disability': 4, 'children-left-behind': 0, '张三': 40 } } }
    expect(redactEvent(event as never, 'screen', testAliasOf).data).toEqual({ households: 4, residents: 9, special: { 'elderly-alone': 5, 'severe-disability': -1, 'children-left-behind': -1 } })
    expect(redactEvent(event as never, 'desk').data).toEqual(event.data)
  })

  it('[A1] keeps from the desk what is sensitive or has no class', () => {
    const event = {
      stream: 'incident',
      entry: '1-0',
      type: 'incident.reported',
      time: '2026-11-24T00:00:00Z',
      source: 'app',
      id: 'producer-7',
      subject: 'WG-1',
      data: { category: 'safety', severity: 'I', channel: 'app', grid: tinyBasis.grids[0]!, title: '燃气味', reporter: { name: '甲', identityNumber: '1' }, extra: 1 },
    } as const
    expect(redactEvent(event as never, 'desk')).toEqual({
      ...event,
      data: { category: 'safety', severity: 'I', channel: 'app', grid: tinyBasis.grids[0]!, title: '燃气味', reporter: { name: '甲**' } },
    })
  })

  it('[A25] property: no contact is in any event or state of a desk, and redact, then fold = fold, then redact', () => {
    fc.assert(fc.property(arbitraryLog, (log) => {
      const contacts = log.filter(event => event.type === 'incident.reported' || event.type === 'incident.recalled')
        .map(event => ({ ...event, data: { ...event.data, reporter: { name: '欧阳某某', phone: '19900001207', email: 'ouyang@example.com' } } } as typeof event))
      const open = contacts.map(event => redactEvent(event, 'desk'))
      const redacted = redactSnapshot(toSnapshot(foldAll(contacts)), 'desk', testAliasOf)
      for (const text of [JSON.stringify(open), JSON.stringify(redacted)])
        expect(text).not.toMatch(/欧阳|19900001207|ouyang/)
      expect(redactSnapshot(toSnapshot(foldAll(open)), 'desk', testAliasOf)).toEqual(redacted)
    }), { numRuns: 30 })
  })

  it('[A4] changes nothing the second time', () => {
    fc.assert(fc.property(arbitraryLog, audience, (log, who) => {
      for (const event of log) {
        const once = redactEvent(event, who, testAliasOf)
        expect(redactEvent(once, who, testAliasOf)).toEqual(once)
      }
      const once = redactSnapshot(toSnapshot(foldAll(log)), who, testAliasOf)
      expect(redactSnapshot(once, who, testAliasOf)).toEqual(once)
    }))
  })

  it('[A24] what no family has reaches nobody, and a field of a record that no audience was given neither', () => {
    fc.assert(fc.property(arbitraryLog, (log) => {
      const snapshot = toSnapshot(foldAll(log))
      const more = <T extends object>(records: T[]) => records.map(record => ({ ...record, applicant: '张三' }))
      const grown = {
        ...snapshot,
        service: [{ applicant: '张三', phone: '13812345678' }],
        incident: { ...snapshot.incident, incidents: more(snapshot.incident.incidents) },
        patrol: { ...snapshot.patrol, workers: more(snapshot.patrol.workers), alarms: more(snapshot.patrol.alarms) },
        gridStatus: more(snapshot.gridStatus).map(status => ({ ...status, onDuty: more(status.onDuty), devices: more(status.devices) })),
      }
      expect(redactSnapshot(grown, 'screen', testAliasOf)).toEqual(redactSnapshot(snapshot, 'screen', testAliasOf))
      expect(redactSnapshot(grown, 'desk', testAliasOf)).not.toHaveProperty('service')
    }), { numRuns: 30 })
  })

  it('[A2] an empty district has the empty digest in every region', () => {
    expect(emptyState(tinyBasis).digest.of('152921')).toBe('0000000000000000')
  })
})
