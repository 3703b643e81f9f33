import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** What the maps of this screen have met, for the truth strip: a picture may look right and yet not be what the site asked for. */
export const useMapFaults = defineStore('map-faults', () => ({
  /** Mapbox did not take the site's token: maps are drawn by MapLibre from now on. */
  refused: shallowRef(false),
  /** The site's own style, or a part of it, could not be had. */
  styleMissing: shallowRef(false),
  /** No map can be drawn: no WebGL, or none left. */
  unavailable: shallowRef(false),
}))
