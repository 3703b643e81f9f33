import { expect, it } from 'vitest'
import { encodeCommand, RedisFault, ReplyReader } from '../../../../server/simulator/send/resp.ts'

it('counts bytes, not letters', () => {
  expect(encodeCommand(['SET', 'a', '网格'])).toBe('*3\r\n$3\r\nSET\r\n$1\r\na\r\n$6\r\n网格\r\n')
})

it('reads replies from any cut of the bytes', () => {
  const bytes = Buffer.from('+OK\r\n:7\r\n$6\r\n网格\r\n$-1\r\n-ERR no\r\n*2\r\n$1\r\na\r\n*1\r\n:1\r\n')
  for (const size of [1, 2, 3, 7, bytes.length]) {
    const reader = new ReplyReader()
    const replies = []
    for (let start = 0; start < bytes.length; start += size)
      replies.push(...reader.push(bytes.subarray(start, start + size)))
    expect(replies).toEqual(['OK', 7, '网格', null, new RedisFault('ERR no'), ['a', [1]]])
  }
})

it('throws on what is not Redis', () => {
  expect(() => new ReplyReader().push(Buffer.from('HTTP/1.1 400\r\n'))).toThrow('does not speak Redis')
})
