import type { Fault } from './Fault.ts'
import { cutOff } from './faults/cutOff.ts'
import { cutTail } from './faults/cutTail.ts'
import { diskFull } from './faults/diskFull.ts'
import { failover } from './faults/failover.ts'
import { failoverInCluster } from './faults/failoverInCluster.ts'
import { flippedBits } from './faults/flippedBits.ts'
import { killNine } from './faults/killNine.ts'
import { mayMount } from '../support/smallDisk.ts'

/** Every fault that `npm run chaos` does; one more is one more file, named here. Only who may mount a file system can have one that is full. */
export const FAULTS: readonly Fault[] = [cutTail, failover, failoverInCluster, killNine, flippedBits, cutOff, ...mayMount ? [diskFull] : []]
