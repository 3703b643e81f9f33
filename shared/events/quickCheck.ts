import { z } from 'zod'

/** True only for a value that its schema accepts and answers unchanged. */
export type QuickCheck = (value: unknown) => boolean

/**
 * A schema's check as plain code, made once: the reader of a long log asks it first, and zod only where it says no, for
 * the reason. Undefined for a schema with a part that is not known here; then zod is always asked.
 */
export function quickCheck(schema: z.ZodType): QuickCheck | undefined {
  const own = kindOf(schema)
  const all = own && [own, ...(schema.def.checks ?? []).map(checkOf)]
  if (!all?.every(check => check !== undefined))
    return undefined
  return all.reduce((first, second) => value => first(value) && second(value))
}

function kindOf(schema: z.ZodType): QuickCheck | undefined {
  if (schema instanceof z.ZodString)
    return value => typeof value === 'string'
  if (schema instanceof z.ZodNumber)
    return value => typeof value === 'number' && Number.isFinite(value)
  if (schema instanceof z.ZodBoolean)
    return value => typeof value === 'boolean'
  if (schema instanceof z.ZodEnum) {
    const options = new Set<unknown>(schema.options)
    return value => options.has(value)
  }
  if (schema instanceof z.ZodOptional) {
    const inner = quickCheck(schema.unwrap() as z.ZodType)
    return inner && (value => value === undefined || inner(value))
  }
  if (schema instanceof z.ZodArray) {
    const element = quickCheck(schema.element as z.ZodType)
    return element && (value => Array.isArray(value) && value.every(element))
  }
  if (schema instanceof z.ZodRecord)
    return recordOf(schema)
  return schema instanceof z.ZodObject ? objectOf(schema) : undefined
}

function objectOf(schema: z.ZodObject): QuickCheck | undefined {
  const loose = schema.def.catchall instanceof z.ZodUnknown
  if (schema.def.catchall !== undefined && !loose)
    return undefined
  const names = Object.keys(schema.shape)
  const known = new Set(names)
  const checks = names.map(name => quickCheck(schema.shape[name] as z.ZodType))
  if (checks.some(check => check === undefined))
    return undefined
  return (value) => {
    if (!isPlain(value))
      return false
    for (let i = 0; i < names.length; i++) {
      if (!checks[i]!(value[names[i]!]))
        return false
    }
    // An object that is not loose loses its unknown fields: that is zod's business.
    return loose || Object.keys(value).every(name => known.has(name))
  }
}

function recordOf(schema: z.ZodRecord): QuickCheck | undefined {
  const key = quickCheck(schema.keyType as z.ZodType)
  const inner = quickCheck(schema.valueType as z.ZodType)
  return key && inner && (value => isPlain(value) && Object.entries(value).every(([name, each]) => key(name) && inner(each)))
}

function checkOf(check: z.core.$ZodCheck): QuickCheck | undefined {
  const { def } = (check as z.core.$ZodChecks)._zod
  switch (def.check) {
    case 'min_length': return value => (value as string).length >= def.minimum
    case 'max_length': return value => (value as string).length <= def.maximum
    case 'greater_than': return value => def.inclusive ? (value as number) >= Number(def.value) : (value as number) > Number(def.value)
    case 'less_than': return value => def.inclusive ? (value as number) <= Number(def.value) : (value as number) < Number(def.value)
    case 'number_format': return def.format === 'safeint' ? Number.isSafeInteger : undefined
    case 'string_format': {
      const { pattern } = def
      return def.format === 'regex' && pattern && !pattern.global && !pattern.sticky ? value => pattern.test(value as string) : undefined
    }
    default: return customOf(def)
  }
}

/** What `.refine` added. */
function customOf(def: object): QuickCheck | undefined {
  const { check, fn } = def as { check: string; fn?: (value: unknown) => unknown }
  return check === 'custom' && fn ? value => fn(value) === true : undefined
}

/** As JSON gives it, without the one name that would change its nature. */
function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !Object.hasOwn(value, '__proto__')
}
