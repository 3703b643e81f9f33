import type { Behind } from '../../../shared/indicators/Behind.ts'
import type { Cover } from '../../../shared/indicators/cover/onDutyCover.ts'
import type { IncidentFilter } from '../../../shared/indicators/open/IncidentFilter.ts'
import type { TableName } from '../../../shared/indicators/tables.ts'
import type { RegionCode } from '../../../shared/words/regionCode.ts'
import type { Term } from '../../words/Term.ts'
import { defineStore } from 'pinia'
import { shallowReadonly, shallowRef } from 'vue'
import { useOverlay } from '../unattended/overlay.ts'
import { useSession } from '../../base/session.ts'

/** What was asked about the scene: what is behind a number, or what it means. `region`: absent for the one that the scene is of. */
export type Detail =
  | Behind & { region?: RegionCode | undefined; matter?: string | undefined }
  | { kind: 'term'; term: Term }

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
    /** What is behind an indicator, where anything is. */
    behind: (list: Behind | undefined) => list && ask(list),
    /** The matters behind a number. */
    matters: (filter: IncidentFilter, region?: RegionCode) => ask({ kind: 'incidents', filter, region }),
    /** One matter, among those of its grid that are open. */
    matter: (matter: string, region: RegionCode) => ask({ kind: 'incidents', filter: { of: 'open' }, region, matter }),
    /** The grids behind a number of cover. */
    grids: (cover: Cover | undefined, region?: RegionCode) => ask({ kind: 'grids', cover, region }),
    /** What a number means. */
    term: (term: Term) => ask({ kind: 'term', term }),
    table: (table: TableName) => ask({ kind: 'table', table }),
  }
})
