import { z } from 'zod'

/** Id of an item of a checklist, such as `scene-secured`. */
export const checklistItem = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'an item’s id such as scene-secured')
