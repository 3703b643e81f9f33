/**
 * How fully patrols are told; incidents and duty are always told whole. `rounds`: that a round began and ended; `visits`:
 * buildings too; `coarse`: a position a minute too; `full`: positions at the wanted rate.
 */
export type Detail = 'rounds' | 'visits' | 'coarse' | 'full'
