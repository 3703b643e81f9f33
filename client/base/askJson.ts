import type { z } from 'zod'
import { CutError } from './CutError.ts'

/** What a resource of the own server answers, whatever its status, parsed. @throws CutError where no such answer came */
export async function askJson<T>(schema: z.ZodType<T>, address: URL, init: RequestInit): Promise<T> {
  try {
    return schema.parse(await (await fetch(address, init)).json())
  }
  catch {
    throw new CutError(`no answer from ${address.pathname}`)
  }
}
