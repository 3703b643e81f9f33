import type { Incident } from '../../families/incident/Incident.ts'

/** How a matter is supervised, gravest first: an order 督办令, a red card, a yellow card. */
export const SUPERVISIONS = ['order', 'red', 'yellow'] as const

export type Supervision = (typeof SUPERVISIONS)[number]

/** The gravest one that a matter stands under. */
export function supervisionOf({ supervised, card }: Pick<Incident, 'supervised' | 'card'>): Supervision | undefined {
  return supervised ? 'order' : card
}
