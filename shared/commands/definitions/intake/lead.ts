import { z } from 'zod'
import { defineCommand } from '../../defineCommand.ts'
import { unit } from '../../fields.ts'

/** 定牵头: of a matter across units, which one leads: one of those called, or the holder. */
export const lead = defineCommand({
  data: z.strictObject({ unit }),
  decide(incident, data, { actor }) {
    if (incident.leadUnit === data.unit)
      return { reason: 'nothing-changes', path: 'data.unit', message: 'This unit leads already.' }
    if (incident.unit !== data.unit && !incident.units?.some(each => each.unit === data.unit))
      return { reason: 'not-called', path: 'data.unit', message: 'This unit neither holds the matter nor was called; whistle first.' }
    return [{ type: 'incident.led', data: { ...data, by: actor.role } }]
  },
})
