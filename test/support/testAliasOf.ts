import { hash32 } from '../../shared/words/hash32.ts'

const ALIAS = /^~[0-9a-z]{17}$/

/** Stands for a server's aliases where no server is, in browsers too. */
export function testAliasOf(id: string): string {
  return ALIAS.test(id) ? id : `~${[1, 2, 3].map(seed => hash32(id, seed).toString(36).padStart(7, '0')).join('').slice(0, 17)}`
}
