import type { SceneTheme } from '../../look/sceneTheme.ts'

/** LOOKS 6: from nothing over sand to sand in the light, no rainbow. */
const LIGHT = ['#d9c39c', '#fff3d8'] as const
/** Heat at which each colour is reached: what is everywhere stays dark, so that the hottest stand out. */
const AT = [0, 0.35, 0.65, 0.88, 1] as const

/** Red, green, blue and alpha (0–255) of 256 steps of heat, least first. */
export function heatColours({ ramp }: Pick<SceneTheme, 'ramp'>): Uint8ClampedArray {
  const stops = [[...rgbOf(ramp[2]), 0], ...[ramp[2], ramp[4], ...LIGHT].map(hex => [...rgbOf(hex), 255])]
  const colours = new Uint8ClampedArray(256 * 4)
  for (let step = 0; step < 256; step++) {
    const heat = step / 255
    const upper = Math.max(1, AT.findIndex(each => heat <= each))
    const share = (heat - AT[upper - 1]!) / (AT[upper]! - AT[upper - 1]!)
    colours.set(stops[upper]!.map((to, part) => mix(stops[upper - 1]![part]!, to, share)), step * 4)
  }
  return colours
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share
}

function rgbOf(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, value >> 8 & 255, value & 255]
}
