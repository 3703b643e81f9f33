import { z } from 'zod'
import { defineCommand } from '../../defineCommand.ts'
import { note, unit } from '../../fields.ts'

/** 报到: a unit that was called is there. A unit speaks for itself alone. */
export const arrive = defineCommand({
  data: z.strictObject({ unit, note }),
  decide(incident, data, { actor }) {
    if (actor.unit !== undefined && actor.unit !== data.unit)
      return { reason: 'not-yours', path: 'data.unit', message: 'A unit says of itself alone that it has arrived.' }
    const called = incident.units?.find(each => each.unit === data.unit)
    if (!called)
      return { reason: 'not-called', path: 'data.unit', message: 'This unit was not called; whistle first.' }
    if (called.at > 0)
      return { reason: 'nothing-changes', path: 'data.unit', at: called.at, message: 'This unit has arrived already.' }
    return [{ type: 'incident.unit-arrived', data }]
  },
})
