import type { z } from 'zod'

/** Where a page keeps something of its own from one load to the next. */
export type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What was kept under a name; `plain` where there is nothing, or nothing that parses. */
export function readKept<T>(keep: Keep, name: string, schema: z.ZodType<T>, plain: T): T {
  try {
    const parsed = schema.safeParse(JSON.parse(keep.getItem(name) ?? 'null'))
    return parsed.success ? parsed.data : plain
  }
  catch {
    return plain
  }
}

/** Keeps a value, or nothing any more. A full or forbidden storage loses it, and the page goes on. */
export function writeKept(keep: Keep, name: string, value: unknown): void {
  try {
    if (value === undefined)
      keep.removeItem(name)
    else
      keep.setItem(name, JSON.stringify(value))
  }
  catch {}
}
