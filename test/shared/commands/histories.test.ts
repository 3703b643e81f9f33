import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decide } from '../../../shared/commands/decide.ts'
import { command as commandSchema } from '../../../shared/commands/Command.ts'
import { fromSnapshot } from '../../../shared/state/fromSnapshot.ts'
import { toSnapshot } from '../../../shared/state/toSnapshot.ts'
import { LEVELS } from '../../../shared/words/level.ts'
import { ROLES } from '../../../shared/words/role.ts'
import { SEVERITIES } from '../../../shared/words/severity.ts'
import { anyHolder } from '../../support/anyHolder.ts'
import { arbitraryCommand } from '../../support/arbitraryCommand.ts'
import { foldAll } from '../../support/foldAll.ts'
import { foldDecided } from '../../support/foldDecided.ts'
import { incidentEvent, T0 } from '../../support/incidentEvent.ts'
import { tinyBasis } from '../../support/tinyBasis.ts'

const history = fc.array(fc.record({
  order: arbitraryCommand,
  actor: fc.record({ id: fc.constantFrom('seat-1', 'seat-2', 'S1'), role: fc.constantFrom(...ROLES), grid: fc.option(fc.constantFrom(...tinyBasis.grids.slice(0, 2)), { nil: undefined }) }),
  stepMs: fc.nat(3_600_000),
  late: fc.boolean(),
}), { maxLength: 60 })

const START = ['WG-1', 'WG-2', 'WG-3']

it('[C8] property: after any history, what is decided is applied, and what is refused says why and changes nothing', () => {
  fc.assert(fc.property(history, fc.constantFrom(...SEVERITIES), fc.constantFrom(...LEVELS), (steps, severity, level) => {
    const state = foldAll(START.map((subject, i) => incidentEvent('reported', i, { severity, level, grid: tinyBasis.grids[i % 2]! }, { subject })))
    let now = T0 + 600_000
    const seen = new Map(START.map(id => [id, state.incident.incidents.get(id)!.entry]))
    for (const { order, actor, stepMs, late } of steps) {
      now += stepMs
      const incident = state.incident.incidents.get(order.incident)
      const command = { ...order, version: (late ? seen.get(order.incident) : incident?.entry) ?? '0-0' }
      expect(commandSchema.safeParse(command).success).toBe(true)
      const who = { id: actor.id, role: actor.role, ...(actor.grid !== undefined && { grid: actor.grid }) }
      const before = state.digest.of('152921')
      const decided = decide(state, command, now, { actor: who, holders: anyHolder })
      expect(state.digest.of('152921')).toBe(before)
      if ('reason' in decided)
        expect(decided.message).not.toBe('')
      else
        foldDecided(state, command, now, who)
    }
    const again = fromSnapshot(JSON.parse(JSON.stringify(toSnapshot(state))))
    expect(again.digest.of('152921')).toBe(state.digest.of('152921'))
  }))
})
