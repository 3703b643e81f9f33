import type { Truth } from './truthOf.ts'

/** A picture that has been still for this long is covered by the plate. */
const PLATE_AFTER_MS = 3000

/**
 * T1: the plate that says that the picture is not of now, and of when it is; undefined while it is of now, or before
 * there is any. @param pictureAt server time of the picture, epoch ms
 */
export function plateOf(truth: Truth, pictureAt: number, now: number): { truth: Exclude<Truth, 'live'>; at: number } | undefined {
  if (truth === 'live' || pictureAt === 0 || now - pictureAt < PLATE_AFTER_MS)
    return undefined
  return { truth, at: pictureAt }
}
