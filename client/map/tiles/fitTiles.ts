import type { DistrictResource } from '../../../shared/protocol/districtResource.ts'
import type { TileLayout } from './tileLayout.ts'
import { tileLayout } from './tileLayout.ts'

export interface TileBox {
  /** Wall px. */
  width: number
  height: number
  /** Pitch of the tiles where there is room for it: LOOKS 7. */
  pitch: number
  /** Size of names. */
  nameSize: number
  /** Width of a town's name. */
  nameWidth: (code: string) => number
}

export interface FittedTiles {
  pitch: number
  /** In tiles: lengths × pitch are wall px. */
  layout: TileLayout
}

/** Smaller tiles cannot be told apart; a district for which even these are too many is drawn smaller as a whole. */
const LEAST_PITCH = 8

/** A town beside the streets may stand out by so many tiles: there is a gutter. */
const SLACK = 0.2

/** Shelves stand so many tiles further apart where there is height left. */
const APART = [0.8, 0.4]

/** The largest tiles up to `pitch` with which the whole district has room in a box. */
export function fitTiles(district: DistrictResource, { width, height, pitch, nameSize, nameWidth }: TileBox): FittedTiles {
  const layoutOf = (size: number, apart: number) => tileLayout(district, {
    width: width / size,
    name: nameSize * 1.2 / size,
    nameWidth: code => nameWidth(code) / size,
    gap: Math.max(nameSize * 0.6, 0.4 * size) / size,
    shelfGap: Math.max(4, 0.25 * size) / size + apart,
  })
  for (let size = pitch; ; size--) {
    const layout = layoutOf(size, 0)
    const fits = (each: TileLayout) => each.height * size <= height && Math.max(0, ...each.tiles.map(tile => tile.x + 1)) * size <= width + SLACK * size
    if (fits(layout))
      return { pitch: size, layout: APART.map(apart => layoutOf(size, apart)).find(fits) ?? layout }
    if (size <= LEAST_PITCH)
      return { pitch: size, layout }
  }
}
