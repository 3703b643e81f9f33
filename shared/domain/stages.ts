/** Stages of an incident (GLOSSARY: 上报 立案 不予受理 派遣 签收 处置 退单 挂账 反馈 核查 返工 结案 评价 合并 重开). */
export const STAGES = [
  'reported',
  'accepted',
  'rejected',
  'dispatched',
  'acknowledged',
  'handling',
  'returned',
  'parked',
  'feedback',
  'checking',
  'rework',
  'closed',
  'evaluated',
  'merged',
  'reopened',
] as const

export type Stage = (typeof STAGES)[number]

const ENDED: ReadonlySet<Stage> = new Set(['rejected', 'closed', 'evaluated', 'merged'])

/** Whether nothing is to be done any more at this stage. */
export function isEnded(stage: Stage): boolean {
  return ENDED.has(stage)
}

/** Stages at which a matter can be parked, and at which it then goes on. */
export const PARKABLE = ['dispatched', 'acknowledged', 'handling', 'rework'] as const

const UNSIGNED: ReadonlySet<Stage> = new Set(['reported', 'accepted', 'dispatched', 'returned', 'reopened'])

/** Whether nobody has signed for it: it still calls for somebody. */
export function isCalling(stage: Stage): boolean {
  return UNSIGNED.has(stage)
}
