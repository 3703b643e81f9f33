import type { Body } from './Body.ts'

/** Lets the oldest bodies go until what is left holds no more than so many bytes, in all encodings made so far, and is not more than `most`; `least` of the newest stay whatever they hold. */
export function letOldestGo<T>(kept: Map<string, T>, bodyOf: (each: T) => Body, { bytes: mostBytes, most = Infinity, least = 0 }: { bytes: number; most?: number; least?: number }): void {
  let bytes = [...kept.values()].reduce((sum, each) => sum + bodyOf(each).held, 0)
  for (const [oldest, each] of kept) {
    if (kept.size <= least || (kept.size <= most && bytes <= mostBytes))
      return
    kept.delete(oldest)
    bytes -= bodyOf(each).held
  }
}
