import type { SocketIoLine } from './openSocketIo.ts'
import { get } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { openSocketIo } from './openSocketIo.ts'

const SCOPE = { audience: 'screen', region: '152921' }
const cursors = new Map<string, string>()

/**
 * A screen of the product: subscribes with its cursor if it has one, fetches the state where the server says so, and
 * resolves with its first frame in hand. `onMessage` gets that frame too.
 */
export async function openScreen(port: number, cursor: string | undefined, onMessage: (message: Buffer) => void = () => {}): Promise<SocketIoLine> {
  const line = await openSocketIo(port, '/live')
  const subscribe = (from?: string) => line.send(`42${JSON.stringify(['subscribe', { protocol: 1, scope: SCOPE, ...(from !== undefined && { cursor: from }) }])}`)
  await new Promise<void>((resolve, reject) => {
    line.onMessage = (message) => {
      const text = message.subarray(0, 20).toString()
      if (text.startsWith('42["refetch"')) {
        const [, { href }] = JSON.parse(message.subarray(2).toString()) as [string, { href: string }]
        fetchCursor(port, href).then(subscribe, reject)
      }
      else if (text.startsWith('42["frame"')) {
        line.onMessage = onMessage
        onMessage(message)
        resolve()
      }
      else if (!text.startsWith('42["resumed"')) {
        reject(new Error(`the server said ${message.subarray(0, 200).toString()}`))
      }
    }
    subscribe(cursor)
  })
  return line
}

/** Fetches a whole state, compressed, as a screen does. Equal bodies (by ETag) are unpacked once: this is the server's bench. */
async function fetchCursor(port: number, href: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path: href, headers: { 'accept-encoding': 'gzip' } }, async (response) => {
      const body = await buffer(response)
      const etag = response.headers.etag ?? ''
      if (response.statusCode !== 200)
        return reject(new Error(`${href} answered ${response.statusCode}`))
      let cursor = cursors.get(etag)
      if (cursor === undefined) {
        const json = response.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
        cursor = (JSON.parse(json.toString()) as { cursor: string }).cursor
        cursors.set(etag, cursor)
      }
      resolve(cursor)
    }).on('error', reject)
  })
}
