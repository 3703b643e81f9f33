import type { PartCover } from '../../../shared/indicators/cover/coverByPart.ts'
import { LINE, placeOf, SPACIOUS } from './coverByPartOption.ts'

/** Where each part stands in the drawing, as CSS lengths. @param width of the drawing, wall px */
export function coverHits(parts: readonly PartCover[], width: number) {
  const isSpacious = width >= SPACIOUS
  const lines = parts.length > 0 ? placeOf(parts, parts.length - 1, isSpacious).line + 1 : 1
  const pitch = `min(100% / ${lines}, ${LINE} * var(--px))`
  return parts.map((part, place) => {
    const { line, column, columns } = placeOf(parts, place, isSpacious)
    return { part, style: { left: `${column / columns * 100}%`, top: `calc(${line} * ${pitch})`, width: `${100 / columns}%`, height: `calc(${pitch})` } }
  })
}
