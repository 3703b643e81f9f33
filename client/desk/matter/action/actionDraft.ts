import type { ActionValues } from './ActionField.ts'
import { z } from 'zod'

const values = z.record(z.string(), z.string().max(8000))

/** What was entered of an action, as it was kept; nothing where nothing was, or it does not parse. */
export function actionDraft(text: string): ActionValues {
  try {
    return values.safeParse(JSON.parse(text || '{}')).data ?? {}
  }
  catch {
    return {}
  }
}
