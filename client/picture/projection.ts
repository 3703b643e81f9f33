import { defineStore } from 'pinia'
import { setUpProjection } from './setUpProjection.ts'
import { machineTimers } from '../base/scheduleTimers.ts'
import { publishAtPace } from './schedule/schedulePublication.ts'

/** The state on this screen, folded here from the frames of the link. */
export const useProjection = defineStore('projection', () => setUpProjection(publishAtPace(machineTimers)))
