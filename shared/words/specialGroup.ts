/** Special groups 特殊人群 that a screen names; counts of any other stay at the desk, for a key could carry a person. */
export const SPECIAL_GROUPS = ['elderly-alone', 'severe-disability', 'children-left-behind'] as const

export type SpecialGroup = (typeof SPECIAL_GROUPS)[number]
