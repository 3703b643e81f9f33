import type { FieldClass, ScreenForm } from '../events/fieldClass.ts'
import type { ContactField } from '../words/contact.ts'
import type { AliasOf } from '../words/publicId.ts'
import type { Audience } from '../words/Audience.ts'
import { z } from 'zod'
import { classOf } from '../events/fieldClass.ts'
import { coarse } from '../words/coarse.ts'
import { masked } from '../words/contact.ts'
import { publicId } from '../words/publicId.ts'
import { withheldCounts } from '../words/withheldCounts.ts'

type Json = Record<string, unknown>
type Field = (value: unknown, aliasOf: AliasOf) => unknown

/** Builds, once per schema and audience, the function that keeps of an object what the audience may see: an allow-list. */
export function fieldRedactor(schema: z.ZodType, audience: Audience): (data: Json, aliasOf: AliasOf) => Json {
  const fields: [string, Field][] = []
  for (const [name, field] of Object.entries(shapeOf(schema) ?? {})) {
    const keep = redactField(field, audience)
    if (keep)
      fields.push([name, keep])
  }
  return (data, aliasOf) => {
    const kept: Json = {}
    for (const [name, keep] of fields) {
      if (data[name] !== undefined)
        kept[name] = keep(data[name], aliasOf)
    }
    return kept
  }
}

function redactField(schema: z.ZodType, audience: Audience): Field | undefined {
  const { fieldClass, screen, mask } = classOf(schema)
  const keep = audience === 'desk' ? deskField(fieldClass, screen, mask) : screenField(fieldClass, screen)
  const shape = shapeOf(schema)
  if (!keep || !shape || !Object.values(shape).some(field => (field.meta())?.['x-class']))
    return keep
  const inner = fieldRedactor(schema, audience)
  return (value, aliasOf) => inner(value as Json, aliasOf)
}

function deskField(fieldClass: FieldClass, screen: ScreenForm | undefined, mask: ContactField | undefined): Field | undefined {
  if (fieldClass === 'contact')
    return mask && (value => masked(mask, String(value)))
  return fieldClass === 'sensitive' || screen === 'apart' ? undefined : same
}

function screenField(fieldClass: FieldClass, screen: ScreenForm | undefined): Field | undefined {
  if (screen === 'alias')
    return (value, aliasOf) => aliasOf(String(value))
  if (screen === 'public-id')
    return (value, aliasOf) => publicId(String(value), aliasOf)
  if (screen === 'coarse')
    return value => coarse(value as { lng: number; lat: number })
  if (screen === 'withheld')
    return value => withheldCounts(value as Record<string, number>)
  return fieldClass === 'public' ? same : undefined
}

function same(value: unknown): unknown {
  return value
}

function shapeOf(schema: z.ZodType): Record<string, z.ZodType> | undefined {
  if (schema instanceof z.ZodOptional)
    return shapeOf(schema.unwrap() as z.ZodType)
  return schema instanceof z.ZodObject ? schema.shape : undefined
}
