import { shallowReadonly, shallowRef } from 'vue'
import { unlessCut } from '../../base/unlessCut.ts'

/** `cut`: it is not known what became of the last signature; signing again is safe. */
export type Signing = 'idle' | 'asking' | 'cut'

/** What the server keeps for seats to sign, and this seat's signature. @param read gets what is kept; like `send` it throws a CutError where the line was cut */
export function signed<K, A extends { accepted: boolean }>(read: (signal: AbortSignal) => Promise<K>) {
  const kept = shallowRef<K>()
  const failed = shallowRef(false)
  const signing = shallowRef<Signing>('idle')
  const refusal = shallowRef<A & { accepted: false }>()

  async function load(): Promise<void> {
    const now = await unlessCut(read)
    failed.value = now === undefined
    if (now !== undefined)
      kept.value = now
  }

  /** Signs, and reads anew what is kept. @returns the answer; undefined where none came, or one is still awaited */
  async function sign(send: (signal: AbortSignal) => Promise<A>): Promise<A | undefined> {
    if (signing.value === 'asking')
      return undefined
    signing.value = 'asking'
    refusal.value = undefined
    const answer = await unlessCut(send)
    signing.value = answer ? 'idle' : 'cut'
    if (!answer)
      return undefined
    if (!answer.accepted)
      refusal.value = answer as A & { accepted: false }
    await load()
    return answer
  }

  return {
    /** Undefined until it has come. */
    kept: shallowReadonly(kept),
    /** It could not be got; what is shown is of before. */
    failed: shallowReadonly(failed),
    signing: shallowReadonly(signing),
    refusal: shallowReadonly(refusal),
    load,
    sign,
  }
}
