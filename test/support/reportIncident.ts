/** A lawful report as a producer posts it; in grid 152921101001001 of the tiny district unless told otherwise. */
export function reportIncident(subject: string, data: Record<string, unknown> = {}, attributes: Record<string, unknown> = {}): Record<string, unknown> {
  const where = 'grid' in data || 'place' in data ? {} : { place: { lng: 105.05, lat: 38.05 } }
  return { type: 'incident.reported', subject, ...attributes, data: { category: 'environment', severity: 'IV', channel: 'hotline', title: '井盖松动', ...where, ...data } }
}
