import { defineStore } from 'pinia'
import { setUpProjection } from './setUpProjection.ts'
import { useMachine } from '../base/useMachine.ts'
import { publishAtPace } from './schedule/publishAtPace.ts'

/** The state on this screen, folded here from the frames of the link. */
export const useProjection = defineStore('projection', () => setUpProjection(publishAtPace(useMachine())))
