import type { Brightness } from '../../base/address.ts'

/** Darkest, as the opacity of black over the whole screen: what text is in keeps 4.5:1 (B6). */
export const NIGHT_SHADE = 0.18

/** Degrees of the sun's altitude between which it grows dark: civil twilight ends at −6°. */
const TWILIGHT = { from: 6, to: -6 }

/** B6: how dark a wall is. @param altitude of the sun, degrees @returns opacity of black, in hundredths */
export function shadeOf(brightness: Brightness, altitude: number): number {
  switch (brightness) {
    case 'day': return 0
    case 'night': return NIGHT_SHADE
    case 'auto': {
      const share = Math.min(1, Math.max(0, (TWILIGHT.from - altitude) / (TWILIGHT.from - TWILIGHT.to)))
      return Math.round(NIGHT_SHADE * share * share * (3 - 2 * share) * 100) / 100
    }
  }
}
