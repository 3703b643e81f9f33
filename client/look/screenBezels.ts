import type { Bezels } from '../base/address.ts'
import type { ScreenShape } from './rootScale.ts'

/** Screens that a shape is made of where nobody says otherwise. */
const OWN: Record<ScreenShape, Bezels> = {
  wide: { columns: 1, rows: 1 },
  double: { columns: 2, rows: 1 },
  triple: { columns: 3, rows: 1 },
  tall: { columns: 1, rows: 1 },
}

/** The bezels that an arrangement keeps clear of: 32:9 and 48:9 have theirs in any case; 16:9 has halves, where the wall has a bezel there. */
export function screenBezels(shape: ScreenShape, bezels: Bezels | undefined): Bezels {
  if (shape !== 'wide' || !bezels)
    return OWN[shape]
  return { columns: partsOf(bezels.columns), rows: partsOf(bezels.rows) }
}

/** An odd number of screens has no bezel in the middle. */
function partsOf(screens: number): number {
  return screens % 2 === 0 ? 2 : 1
}
