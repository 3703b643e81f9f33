/** Tables that say in text what a scene draws. */
export const TABLES = ['numbers', 'grids', 'attention', 'matters', 'hours', 'categories', 'levels', 'towns'] as const

export type TableName = (typeof TABLES)[number]
