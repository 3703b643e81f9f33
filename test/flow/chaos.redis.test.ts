import type { Round } from '../chaos/Fault.ts'
import { expect, it } from 'vitest'
import { cutTail } from '../chaos/faults/cutTail.ts'
import { failover } from '../chaos/faults/failover.ts'
import { failoverInCluster } from '../chaos/faults/failoverInCluster.ts'
import { killNine } from '../chaos/faults/killNine.ts'

/** One round of each fault; `npm run chaos` does each of them often. */
it.each([cutTail, killNine, failover, failoverInCluster].map(fault => [fault.name, fault] as const))('[P13][L14][L25] %s: nothing that was answered as kept is lost, and all agree', async (_, { run }) => {
  const rounds: Round[] = []
  await run(1, round => rounds.push(round))
  expect(rounds).toEqual([{ survived: true, lost: 0, note: expect.any(String) }])
}, 120_000)
