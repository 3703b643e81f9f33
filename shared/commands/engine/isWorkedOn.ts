import type { Incident } from '../../families/incident/Incident.ts'

/** Whether the running limit still asks something of the holder: it runs until feedback, and goes on if the work is done over. */
export function isWorkedOn({ stage }: Pick<Incident, 'stage'>): boolean {
  return stage !== 'feedback' && stage !== 'checking'
}
