/** One step of what a wall shows by turns while nobody stands at it. */
export interface PlanStep {
  /** Scene of the wall, such as `overview`. */
  scene: string
  /** Region that the numbers are of, 6 to 15 digits; empty for the whole district. */
  region: string
  /** Instead of one region: by turns each town with a grid that most needs somebody now. */
  attention: boolean
  ms: number
}

/** The district, then each town that most needs somebody, a quarter of a minute each. */
export const DEFAULT_PLAN = 'overview@60,attention@90'

const STEPS_MOST = 24
const STEP = /^(?:(attention)|([a-z][a-z-]{0,31})(?:\/(\d{9}(?:\d{3}){0,2}))?|(\d{6}(?:\d{3}){0,3}))@([1-9]\d{0,3})$/
const SECONDS_LEAST = 5

/**
 * Reads a plan: steps `scene@seconds`, `scene/region@seconds`, `region@seconds` or `attention@seconds`, separated by commas, each of 5 to 9,999 seconds;
 * undefined if any of it is unlawful or there are more than 24.
 */
export function parsePlan(text: string): PlanStep[] | undefined {
  const steps = text.split(',').map(readStep)
  return steps.length <= STEPS_MOST && steps.every(step => step !== undefined) ? steps : undefined
}

function readStep(text: string): PlanStep | undefined {
  const [, attention, scene, within, region, seconds] = STEP.exec(text) ?? []
  if (Number(seconds ?? 0) < SECONDS_LEAST)
    return undefined
  return { scene: scene ?? 'overview', region: within ?? region ?? '', attention: attention !== undefined, ms: Number(seconds) * 1000 }
}
