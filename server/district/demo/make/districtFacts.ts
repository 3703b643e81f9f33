import type { z } from 'zod'
import type { districtFile } from '../../../../shared/domain/district/districtFile.ts'
import { escalationRules } from '../../../../shared/domain/district/escalationRules.ts'
import { deskOfDemo } from './deskOfDemo.ts'

/** What `district.json` says of the demo district. */
export function districtFacts(): z.input<typeof districtFile> {
  return {
    code: '152921',
    names: { zh: '阿拉善左旗', en: 'Alxa Left Banner', mn: 'ᠠᠯᠠᠱᠠ ᠵᠡᠭᠦᠨ ᠬᠣᠰᠢᠭᠤ' },
    timeZone: 'Asia/Shanghai',
    demo: true,
    tracking: 'on-shift',
    map: {
      source: { zh: '程序生成', en: 'made by a program' },
      schematic: true,
      inset: { names: { zh: '巴彦浩特城区', en: 'Bayanhot urban area' }, regions: ['152921402', '152921403', '152921404', '152921405'] },
    },
    cadence: { 'incident': 'PT10M', 'patrol': 'PT30S', 'grid-status': 'PT15M' },
    visitInterval: { urban: 'PT2H', town: 'PT4H', pastoral: 'P3D' },
    duty: { grace: 'PT15M', rest: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '21:00', to: '06:00', kinds: ['pastoral'] }] },
    targets: { settledInGrid: 0.85, settledInCommunity: 0.95, onTimeClosure: 0.95 },
    seats: [
      { id: 'seat-1', name: { zh: '值班席 1', en: 'Duty seat 1' }, telephone: '8011', role: 'dutyOfficer' },
      { id: 'seat-2', name: { zh: '带班席 2', en: 'Lead seat 2' }, telephone: '8012', role: 'dutyLead' },
    ],
    rules: escalationRules.parse({ engine: { intake: 'call', straightTo: { I: 'banner' } } }),
    desk: deskOfDemo(),
  }
}
