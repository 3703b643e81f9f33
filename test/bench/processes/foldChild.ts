import { gridCosts } from '../fold/gridCosts.ts'
import { heapOverTime } from '../fold/heapOverTime.ts'
import { schemaCosts } from '../fold/schemaCosts.ts'
import { startCosts } from '../fold/startCosts.ts'
import { answer } from './answer.ts'

answer({ gridCosts, heapOverTime, schemaCosts, startCosts })
