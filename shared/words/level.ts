import { z } from 'zod'

/** The four levels at which a matter can be settled, lowest first: 网格, 社区/嘎查, 街道/镇/苏木, 旗. */
export const LEVELS = ['grid', 'community', 'town', 'banner'] as const

export const level = z.enum(LEVELS).meta({ id: 'Level', description: 'grid 网格, community 社区/嘎查, town 街道/镇/苏木, banner 旗', example: 'community' })

export type Level = z.infer<typeof level>
