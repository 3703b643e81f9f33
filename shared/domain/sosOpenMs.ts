/** For so long after it was pressed last, by the phone's time, a call for help calls while nobody has signed for it. */
export const SOS_OPEN_MS = 24 * 3_600_000
