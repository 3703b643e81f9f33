import { z } from 'zod'
import { lineOf } from '../../words/lineOf.ts'
import { gridCode } from '../../words/codes.ts'
import { classed } from '../../events/fieldClass.ts'
import { instant } from '../../words/time/timeSchemas.ts'
import { SOS_OUTCOMES } from './sosOutcomes.ts'

const grid = classed(gridCode.optional(), 'public', 'grid code; found from lng and lat where they are given')
const fix = {
  lng: classed(z.number().min(-180).max(180), 'personal', 'degrees east', 'apart'),
  lat: classed(z.number().min(-90).max(90), 'personal', 'degrees north', 'apart'),
  datum: classed(z.enum(['wgs84', 'gcj02']).optional(), 'internal', 'default wgs84', 'apart'),
  accuracy: classed(z.number().min(0).optional(), 'internal', 'metres', 'apart'),
}
const battery = classed(z.number().min(0).max(100).optional(), 'internal', 'percent', 'apart')
const motion = {
  speed: classed(z.number().min(0).optional(), 'internal', 'metres per second', 'apart'),
  course: classed(z.number().min(0).max(360).optional(), 'internal', 'degrees from north', 'apart'),
  battery,
}
const alarm = classed(lineOf(64).optional(), 'internal', 'what else the device warns of, in its own word, such as lowBattery; several by comma')

const ofCall = { grid: classed(gridCode, 'public', 'grid of the call for help') }
const note = classed(z.string().max(4000).optional(), 'personal', 'free text of the one who acts, up to 4,000 characters')
const called = {
  to: classed(z.enum(['next-on-duty', 'lead']), 'public', 'who is called from now on: the second seat of the duty shift, or the duty lead'),
  seat: classed(z.string().min(1).max(64).optional(), 'internal', 'the seat that is called'),
}

/** Events of the stream `patrol`; the subject is the worker's id or the id of the worker's device, of what is told of a call for help `sos:` and the entry that raised it. */
export const patrolEvents = {
  'patrol.started': z.looseObject({ grid }),
  'patrol.position': z.looseObject({
    ...fix,
    grid,
    ...motion,
    alarm,
  }),
  'patrol.heard': z.looseObject({ battery, alarm }),
  'patrol.entered-grid': z.looseObject({ grid: classed(gridCode, 'public', 'grid code') }),
  'patrol.checkpoint': z.looseObject({
    grid: classed(gridCode, 'public', 'grid code'),
    checkpoint: classed(z.string().min(1).max(64), 'internal', 'id of the building or point that was visited'),
  }),
  'patrol.sos': z.looseObject({
    lng: fix.lng.optional(),
    lat: fix.lat.optional(),
    datum: fix.datum,
    accuracy: fix.accuracy,
    ...motion,
    alarm,
    grid: classed(gridCode.optional(), 'public', 'grid code; found from lng and lat where they are given and lie in the district, else the worker’s own grid by the roster'),
    placed: classed(z.enum(['last-heard', 'roster']).optional(), 'public', 'where grid comes from, if the device itself gave no place in the district'),
  }),
  'patrol.ended': z.looseObject({ grid }),
  'patrol.sos-signed': z.looseObject({ ...ofCall, note }),
  'patrol.sos-called': z.looseObject({ ...ofCall, ...called, fellDue: classed(instant.optional(), 'public', 'when it fell due, where it was decided more than a minute later') }),
  'patrol.sos-passed-on': z.looseObject({ ...ofCall, ...called, note }),
  'patrol.sos-ended': z.looseObject({ ...ofCall, outcome: classed(z.enum(SOS_OUTCOMES), 'public', 'how it ended: the person is safe, help went there, pressed by mistake, an exercise'), note }),
} as const
