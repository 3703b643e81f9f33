import { z } from 'zod'

/**
 * Who may see a field: `public` every audience, `internal` and `personal` the desk, `sensitive` nobody outside the log.
 * A field without a class is nobody's: redaction is an allow-list.
 */
export type FieldClass = 'public' | 'internal' | 'personal' | 'sensitive'

/**
 * What a screen gets of a field that it may not see as it is: `alias` a fixed stand-in for a worker's id, `coarse` a
 * place rounded to about 100 m, `public-id` an incident's id that cannot carry a person, `withheld` counts of known groups and none below five, `apart` nothing here, nor for the
 * desk (positions travel beside the events).
 */
export type ScreenForm = 'alias' | 'coarse' | 'public-id' | 'withheld' | 'apart'

type Classed = {
  'x-class': FieldClass
  'x-screen'?: ScreenForm
}

/** Gives a field its class and its description; the integrator's page and the fix in a refusal are made from it. */
export function classed<S extends z.ZodType>(schema: S, fieldClass: FieldClass, description: string, screen?: ScreenForm): S {
  const meta: Classed & { description: string } = { description, 'x-class': fieldClass, ...(screen && { 'x-screen': screen }) }
  return schema.meta(meta)
}

/** Class and screen form of a field; an unclassed field counts as sensitive. */
export function classOf(schema: z.ZodType): { fieldClass: FieldClass; screen: ScreenForm | undefined } {
  const meta = (schema.meta() ?? {}) as Partial<Classed>
  if (!meta['x-class'] && schema instanceof z.ZodOptional)
    return classOf(schema.unwrap() as z.ZodType)
  return { fieldClass: meta['x-class'] ?? 'sensitive', screen: meta['x-screen'] }
}
