/** What a matter is called that nobody has ({@link isUnowned}): the same word wherever it is said. */
export const UNOWNED = { zh: '无主', en: 'No owner' } as const
