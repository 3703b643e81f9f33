import gcoord from 'gcoord'

interface Point { lng: number; lat: number; datum?: 'wgs84' | 'gcj02' | undefined }

/** A point in WGS 84, whatever its datum; the datum is gone, since inside there is only one. */
export function toWgs84({ lng, lat, datum }: Point): { lng: number; lat: number } {
  if (datum !== 'gcj02')
    return { lng, lat }
  const [east, north] = gcoord.transform([lng, lat], gcoord.GCJ02, gcoord.WGS84)
  return { lng: east, lat: north }
}
