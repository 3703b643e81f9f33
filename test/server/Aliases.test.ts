import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Aliases } from '../../server/Aliases.ts'
import { formerPublicId } from '../../server/formerAlias.ts'
import { hash32 } from '../../shared/words/hash32.ts'

const MADE = 1_764_000_000_000
const aliases = new Aliases(Buffer.from(`${MADE}.${'k'.repeat(43)}`))
const others = new Aliases(Buffer.from(`${MADE}.${'l'.repeat(43)}`))

describe('aliases', () => {
  it('[A6] an id that could carry a person becomes an alias; the alias of an alias is itself', () => {
    for (const id of ['张三的井盖', 'call-13812345678', '11010519491231002X', 'a b', '', 'x'.repeat(65)])
      expect(aliases.publicId(id)).toMatch(/^~[0-9a-z]{17}$/)
    for (const id of ['WG-1', '20261124000123', '0b9d7c1e-6f0e-4b4e-9f5e-1c2d3e4f5a6b'])
      expect(aliases.publicId(id)).toBe(id)
    fc.assert(fc.property(fc.string(), (id) => {
      const again = new Aliases(aliases.secret)
      expect([again.of(aliases.of(id)), again.publicId(aliases.publicId(id))]).toEqual([aliases.of(id), aliases.publicId(id)])
    }))
  })

  it('[A6] what only looks like an alias is an id, whatever number it carries', () => {
    for (const id of ['~13812345678abcdef', '~13812345678abc', others.of('S00042'), formerPublicId('13812345678')])
      expect(aliases.publicId(id)).not.toBe(id)
  })

  it('[A21] without the secret nobody finds an id by its alias: neither of the hashes that everybody has, nor another key, gives it', () => {
    const alias = aliases.of('13912345678')
    const guesses = [formerPublicId, others.of, (id: string) => `~${[0, 0x5BD1E995, 1].map(seed => hash32(id, seed).toString(36).padStart(7, '0')).join('').slice(0, 17)}`]
    for (const guess of guesses)
      expect(guess('13912345678')).not.toBe(alias)
    // A guess could also be right in a part.
    const parts = (text: string) => [text.slice(1, 8), text.slice(8, 15)]
    expect(guesses.flatMap(guess => parts(guess('13912345678')).filter(part => alias.includes(part)))).toEqual([])
  })

  it('[A21] servers of one log make the same, and each id has its own, however many are asked for', () => {
    const same = new Aliases(aliases.secret)
    const ids = Array.from({ length: 41_000 }, (_, n) => `S${n}`)
    const made = ids.map(aliases.of)
    expect(new Set(made).size).toBe(ids.length)
    expect(ids.slice(0, 300).map(same.of)).toEqual(made.slice(0, 300))
    expect(aliases.of('S0')).toBe(made[0])
  })

  it('[A22] a public id that was given out before there was a secret still finds its matter, and no later one', () => {
    const before = { id: '13912345678', openedEntry: `${MADE - 1}-0` }
    const after = { id: '13812345678', openedEntry: `${MADE}-0` }
    const plain = { id: 'WG-1', openedEntry: `${MADE - 1}-1` }
    const incidents = new Map([before, after, plain].map(each => [each.id, each])) as never
    const found = [before, after, plain].map(({ id }) => [aliases.incidentOf(incidents, formerPublicId(id))?.id, aliases.incidentOf(incidents, aliases.publicId(id))?.id])
    expect(found).toEqual([['13912345678', '13912345678'], [undefined, '13812345678'], ['WG-1', 'WG-1']])
    expect(aliases.incidentOf(incidents, '~12345678901234')).toBeUndefined()
  })

  it('[A20] goes on with another secret where the log holds another', () => {
    const moved = new Aliases(aliases.secret)
    expect(moved.of('S1')).toBe(aliases.of('S1'))
    moved.use(others.secret)
    expect([moved.of('S1'), moved.since]).toEqual([others.of('S1'), MADE])
  })
})
