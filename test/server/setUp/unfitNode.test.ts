import { expect, it } from 'vitest'
import { startWords } from '../../../server/setUp/startWords.mjs'
import { unfitNode } from '../../../server/setUp/unfitNode.mjs'

it.each(['20.19.0', '20.20.2', '22.12.0', '24.1.0', '26.0.0'])('takes Node %s', (version) => {
  expect(unfitNode(version, startWords({}))).toBeUndefined()
})

it.each(['18.20.4', '20.18.3', '21.7.3', '22.11.0'])('says a sentence for Node %s', (version) => {
  expect(unfitNode(version, startWords({}))).toMatch(/^Wangge needs Node 20\.19 or newer .* this is Node \d+\.\d+\.\d+\./)
})
