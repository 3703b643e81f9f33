import type { Bounds } from '../MapEngine.ts'

/** Where a place given in degrees lies in a box, in px from its left upper corner: flat, north up, as large as it fits with `room` px around. */
export function flatPlace([west, south, east, north]: Bounds, { width, height, room }: { width: number; height: number; room: number }): (lng: number, lat: number) => [number, number] {
  const narrow = Math.cos((south + north) / 2 * Math.PI / 180)
  const scale = Math.max(0, Math.min((width - 2 * room) / ((east - west) * narrow), (height - 2 * room) / (north - south)))
  const left = (width - (east - west) * narrow * scale) / 2
  const top = (height - (north - south) * scale) / 2
  return (lng, lat) => [left + (lng - west) * narrow * scale, top + (north - lat) * scale]
}
