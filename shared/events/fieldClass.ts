import type { ContactField } from '../words/contact.ts'
import { z } from 'zod'

/**
 * Who may see a field: `public` every audience, `internal` and `personal` the desk, `contact` the desk
 * with all but a few characters masked, `sensitive` nobody outside the log. What a mask hides is shown to who asks and says why (A25).
 * A field without a class is nobody's: redaction is an allow-list.
 */
export type FieldClass = 'public' | 'internal' | 'personal' | 'contact' | 'sensitive'

/**
 * What a screen gets of a field that it may not see as it is: `alias` a fixed stand-in for a worker's id, `coarse` a
 * place rounded to about 100 m, `public-id` an incident's id that cannot carry a person, `withheld` counts of known groups and none below five, `apart` nothing here, nor for the
 * desk (positions travel beside the events).
 */
export type ScreenForm = 'alias' | 'coarse' | 'public-id' | 'withheld' | 'apart'

type Classed = {
  'x-class': FieldClass
  'x-screen'?: ScreenForm
  'x-mask'?: ContactField
}

/** Gives a field its class and its description; the integrator's page and the fix in a refusal are made from it. */
export function classed<S extends z.ZodType>(schema: S, fieldClass: 'contact', description: string, mask: ContactField): S
export function classed<S extends z.ZodType>(schema: S, fieldClass: Exclude<FieldClass, 'contact'>, description: string, screen?: ScreenForm): S
export function classed<S extends z.ZodType>(schema: S, fieldClass: FieldClass, description: string, form?: ScreenForm | ContactField): S {
  const meta = { description, 'x-class': fieldClass, ...(form && { [fieldClass === 'contact' ? 'x-mask' : 'x-screen']: form }) }
  return schema.meta(meta)
}

/** Class, screen form and mask of a field; an unclassed field counts as sensitive. */
export function classOf(schema: z.ZodType): { fieldClass: FieldClass; screen: ScreenForm | undefined; mask: ContactField | undefined } {
  const meta = (schema.meta() ?? {}) as Partial<Classed>
  if (!meta['x-class'] && schema instanceof z.ZodOptional)
    return classOf(schema.unwrap() as z.ZodType)
  return { fieldClass: meta['x-class'] ?? 'sensitive', screen: meta['x-screen'], mask: meta['x-mask'] }
}
