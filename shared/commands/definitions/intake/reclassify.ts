import { z } from 'zod'
import { category, subcategory, SUBCATEGORIES } from '../../../words/category/category.ts'
import { severity } from '../../../words/severity.ts'
import { defineCommand } from '../../defineCommand.ts'
import { note } from '../../fields.ts'

/** 改类: another category, subcategory or severity, and with it another limit. */
export const reclassify = defineCommand({
  data: z.strictObject({ category: category.optional(), subcategory: subcategory.optional(), severity: severity.optional(), note })
    .refine(data => data.category !== undefined || data.subcategory !== undefined || data.severity !== undefined, { path: ['category'], error: 'give category, subcategory or severity' }),
  decide(incident, data) {
    const { category = incident.category, subcategory = incident.subcategory, severity = incident.severity } = data
    if (data.subcategory !== undefined && !(SUBCATEGORIES[category] as readonly string[]).includes(data.subcategory))
      return { reason: 'bad-command', path: 'data.subcategory', message: `It is none of ${category}: ${SUBCATEGORIES[category].join(', ')}.` }
    if (category === incident.category && subcategory === incident.subcategory && severity === incident.severity)
      return { reason: 'nothing-changes', message: 'It is classed so already.' }
    return [{ type: 'incident.reclassified', data }]
  },
})
