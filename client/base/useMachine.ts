import type { InjectionKey } from 'vue'
import type { Machine } from './Machine.ts'
import { inject } from 'vue'

export const MACHINE: InjectionKey<Machine> = Symbol('machine')

/** The machine as wiring hands it in, for stores and components. */
export function useMachine(): Machine {
  const machine = inject(MACHINE, undefined)
  if (!machine)
    throw new Error('no machine was handed in')
  return machine
}
