import type { DistrictResource } from '../../shared/protocol/districtResource.ts'
import type { Timers } from '../base/Timers.ts'
import type { SceneTheme } from '../look/sceneTheme.ts'

/** What a picture of the district is drawn with. */
export interface PictureOptions {
  container: HTMLElement
  district: DistrictResource
  theme: SceneTheme
  /** The dense part alone, larger. */
  dense: boolean
  /** Whether moving things move, or jump. */
  glide: boolean
  /** Whether the site's Mapbox token may be used, if it has one. */
  mapbox: boolean
  timers: Timers
}
