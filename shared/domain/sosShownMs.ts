/** For so long after an SOS, by the phone's time, its grid asks for attention. */
export const SOS_SHOWN_MS = 30 * 60_000
