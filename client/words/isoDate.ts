/** The day of a moment in the district, with its year: 2026-11-24. @param at epoch ms @param zoneMs offset of the zone */
export function isoDate(at: number, zoneMs: number): string {
  return new Date(at + zoneMs).toISOString().slice(0, 10)
}
