import { engineCosts } from '../fold/engineCosts.ts'
import { gridCosts } from '../fold/gridCosts.ts'
import { guardedCosts } from '../fold/guardedCosts.ts'
import { heapOverTime } from '../fold/heapOverTime.ts'
import { replicatedCosts } from '../fold/replicatedCosts.ts'
import { schemaCosts } from '../fold/schemaCosts.ts'
import { startCosts } from '../fold/startCosts.ts'
import { answer } from './answer.ts'

answer({ engineCosts, gridCosts, guardedCosts, heapOverTime, replicatedCosts, schemaCosts, startCosts })
