import type { Severity } from '../../shared/words/severity.ts'

/** The tokens of styles/ as plain values, for canvases. Lengths are wall pixels at 1080 lines × `scale`. */
export interface SceneTheme {
  sky: string
  panel: string
  line: string
  line2: string
  ink0: string
  ink1: string
  ink2: string
  acc: string
  accDim: string
  accDeep: string
  /** Sequential ramp of sand, least first. */
  ramp: readonly [string, string, string, string, string]
  severity: Record<Severity, string>
  sans: string
  serif: string
  num: string
  /** 1 where the root font is 16 px. */
  scale: number
  /** Body text is larger by this factor where it is read from further away. */
  textFactor: number
}

/** Reads the tokens that hold at an element now; sizes are the screen's. */
export function readSceneTheme(element: Element, { scale, textFactor }: Pick<SceneTheme, 'scale' | 'textFactor'>): SceneTheme {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    sky: token('--sky'),
    panel: token('--panel'),
    line: token('--line'),
    line2: token('--line2'),
    ink0: token('--ink0'),
    ink1: token('--ink1'),
    ink2: token('--ink2'),
    acc: token('--acc'),
    accDim: token('--acc-dim'),
    accDeep: token('--acc-deep'),
    ramp: [token('--r0'), token('--r1'), token('--r2'), token('--r3'), token('--r4')],
    severity: { I: token('--sev-1'), II: token('--sev-2'), III: token('--sev-3'), IV: token('--sev-4') },
    sans: token('--sans'),
    serif: token('--serif'),
    num: token('--num'),
    scale,
    textFactor,
  }
}
