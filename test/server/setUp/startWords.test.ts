import { describe, expect, it } from 'vitest'
import { startWords } from '../../../server/setUp/startWords.mjs'

describe('the words of npm start', () => {
  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, '终端已关闭'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN' }, '终端已关闭'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'its terminal was closed'],
    [{}, 'its terminal was closed'],
  ])('are in the language of %o', (env, words) => {
    expect(startWords(env).terminalClosed).toBe(words)
  })

  it('hold in Chinese what they hold in English', () => {
    const of = { signal: 'SIGKILL', log: '/x/server.log', embedded: true }
    for (const each of [startWords({ LANG: 'C' }), startWords({ LANG: 'zh_CN' })]) {
      expect(each.died(of)).toMatch(/SIGKILL.*\/x\/server\.log.*npm run log:check.*npm start/)
      expect(each.unfitNode('18.1.0')).toMatch(/20\.19.*22\.12.*24.*18\.1\.0.*https:\/\/nodejs\.org/)
      expect(each.simulatorStopped({ code: 7, seconds: 4, log: '/x' })).toMatch(/7.*4.*\/x/)
    }
  })
})
