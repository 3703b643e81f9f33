/** An SOS keeps its grid, and the positions in it, in sight for this long, whatever the district's tracking says. */
export const SOS_SHOWN_MS = 30 * 60_000
