/** For so long after an SOS, by the phone's time, its worker's position is shown whatever the district's `tracking`. */
export const SOS_TRACKED_MS = 60 * 60_000
