/** How a call for help ended: the person is safe, help went there, pressed by mistake, an exercise. */
export const SOS_OUTCOMES = ['safe', 'helped', 'mistake', 'drill'] as const

export type SosOutcome = (typeof SOS_OUTCOMES)[number]
