/** A place rounded to 0.001°, about 100 m. Rounding twice changes nothing. */
export function coarse({ lng, lat }: { lng: number; lat: number }): { lng: number; lat: number } {
  return { lng: Math.round(lng * 1000) / 1000, lat: Math.round(lat * 1000) / 1000 }
}
