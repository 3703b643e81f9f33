import type { Cover } from '../../../shared/indicators/cover/onDutyCover.ts'
import type { MatterFilter } from '../../../shared/indicators/open/MatterFilter.ts'
import type { RegionCode } from '../../../shared/words/regionCode.ts'
import type { Term } from '../../words/Term.ts'
import { defineStore } from 'pinia'
import { shallowReadonly, shallowRef } from 'vue'
import { useOverlay } from '../unattended/overlay.ts'
import { useSession } from '../../base/session.ts'

/** Tables that say in text what a scene draws. */
export const TABLES = ['numbers', 'grids', 'attention', 'matters', 'hours', 'categories', 'levels', 'towns'] as const

export type TableName = (typeof TABLES)[number]

/** What was asked about the scene. `region`: absent for the one that the scene is of. */
export type Detail =
  | { kind: 'matters'; filter: MatterFilter; region?: RegionCode | undefined; matter?: string | undefined }
  | { kind: 'grids'; cover: Cover | undefined; region?: RegionCode | undefined }
  | { kind: 'term'; term: Term }
  | { kind: 'table'; table: TableName }

/** The one thing that lies open behind a number, a name or a picture. */
export const useDetail = defineStore('detail', () => {
  const overlay = useOverlay()
  const session = useSession()
  const asked = shallowRef<Detail>()

  function ask(detail: Detail): void {
    // Behind the curtain no single matter or grid is shown; what a number means may be.
    if (session.curtainSince && detail.kind !== 'term')
      return
    asked.value = detail
    overlay.show('detail')
  }

  return {
    asked: shallowReadonly(asked),
    ask,
    /** The matters behind a number. */
    matters: (filter: MatterFilter, region?: RegionCode) => ask({ kind: 'matters', filter, region }),
    /** One matter, among those of its grid that are open. */
    matter: (matter: string, region: RegionCode) => ask({ kind: 'matters', filter: { of: 'open' }, region, matter }),
    /** The grids behind a number of cover. */
    grids: (cover: Cover | undefined, region?: RegionCode) => ask({ kind: 'grids', cover, region }),
    /** What a number means. */
    term: (term: Term) => ask({ kind: 'term', term }),
    table: (table: TableName) => ask({ kind: 'table', table }),
  }
})
