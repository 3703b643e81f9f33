import { z } from 'zod'
import { UNITS_KEPT } from '../../../families/incident/Incident.ts'
import { defineCommand } from '../../defineCommand.ts'
import { note, unit } from '../../fields.ts'
import { whyNotHolder } from '../../whyNotHolder.ts'

/** 吹哨: units are called to the place; each is seen to arrive. */
export const whistle = defineCommand({
  data: z.strictObject({ units: z.array(unit).min(1).max(UNITS_KEPT), note }),
  decide(incident, { units, ...rest }, facts) {
    const wrong = whyNotHolder(incident, { units }, facts)
    if (wrong)
      return wrong
    const known = new Set(incident.units?.map(each => each.unit))
    const called = [...new Set(units)].filter(each => !known.has(each))
    if (called.length === 0)
      return { reason: 'nothing-changes', path: 'data.units', message: 'These units were called already.' }
    if (known.size + called.length > UNITS_KEPT)
      return { reason: 'too-many', path: 'data.units', message: `A matter calls at most ${UNITS_KEPT} units.` }
    return [{ type: 'incident.whistled', data: { units: called, ...rest } }]
  },
})
