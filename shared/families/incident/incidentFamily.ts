import type { Family } from '../../kernel/Family.ts'
import type { Rows } from '../../kernel/counters/Rows.ts'
import type { IncidentPart } from './IncidentPart.ts'
import type { IncidentSlice } from './IncidentSlice.ts'
import type { incidentEvents } from './events.ts'
import { whyOutside } from '../../kernel/whyOutside.ts'
import { newest } from '../../words/newest.ts'
import { publicId } from '../../words/publicId.ts'
import { isWithin } from '../../words/regionCode.ts'
import { deskIncident } from './deskIncident.ts'
import { foldIncident } from './foldIncident.ts'
import { emptyIncidentSlice } from './IncidentSlice.ts'
import { placeReport } from './placeReport.ts'
import { readIncidents } from './readIncidents.ts'
import { screenIncident } from './screenIncident.ts'
import { writeIncidents } from './writeIncidents.ts'

/** Matters: what is reported, handled and settled, with their counters. */
export const incidentFamily: Family<'incident', 'incident', IncidentSlice, IncidentPart, typeof incidentEvents> = {
  key: 'incident',
  empty: ({ index }) => emptyIncidentSlice(index),
  fold: foldIncident,
  write: writeIncidents,
  read: readIncidents,
  within: ({ incidents, hours, days }, region) => ({
    incidents: incidents.filter(({ grid }) => isWithin(grid, region)),
    hours: rowsWithin(hours, region),
    days: rowsWithin(days, region),
  }),
  redact: {
    desk: part => ({ ...part, incidents: part.incidents.map(deskIncident) }),
    screen: (part, aliasOf) => ({ ...part, incidents: part.incidents.map(incident => screenIncident(incident, aliasOf)) }),
  },
  screenSubject: publicId,
  place: placeReport,
  isOutside: (_type, _subject, data, placer) => whyOutside(data, placer),
  // Of a matter that ended so long ago that it has left nothing is known any more.
  gridOf: ({ incident, basis }, event) => {
    const known = incident.incidents.get(event.subject)
    return event.type === 'incident.reported' || event.type === 'incident.recalled' ? event.data.grid : known && basis.grids[known.grid]
  },
  newestAt: ({ incidents }) => newest(incidents.values(), ({ stageAt }) => stageAt),
}

function rowsWithin(rows: Rows, region: string): Rows {
  return Object.fromEntries(Object.entries(rows).filter(([code]) => isWithin(code, region)))
}
