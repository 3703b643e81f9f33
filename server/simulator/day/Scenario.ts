/** What kind of day it is. */
export interface Scenario {
  name: ScenarioName
  /** Incidents reported a day over a district of 147 grids. */
  incidents: number
  /** Share of the usual patrols that are walked. */
  patrols: number
  /** Local hours at which a storm strikes: many matters within {@link BURST_MINUTES}, the gravest among them. */
  bursts: readonly number[]
}

export const SCENARIOS = ['day', 'quiet', 'storm'] as const

export type ScenarioName = (typeof SCENARIOS)[number]

export const BURST_MINUTES = 75
export const BURST_INCIDENTS = 60

const scenarios: Record<ScenarioName, Scenario> = {
  day: { name: 'day', incidents: 255, patrols: 1, bursts: [] },
  quiet: { name: 'quiet', incidents: 60, patrols: 0.4, bursts: [] },
  storm: { name: 'storm', incidents: 255, patrols: 1, bursts: [0, 3, 6, 9, 12, 15, 18, 21] },
}

export function scenarioOf(name: ScenarioName): Scenario {
  return scenarios[name]
}
