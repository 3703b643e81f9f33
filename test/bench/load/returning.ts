import type { SocketIoLine } from './openSocketIo.ts'
import { openScreen } from './openScreen.ts'
import { openSocketIo } from './openSocketIo.ts'

type Returning = 'ours' | 'adapter'

interface Client {
  line: SocketIoLine
  /** The newest message that carried events. */
  last: Buffer
}

const LIMIT_MS = 60_000

let watcher: Client | undefined
let clients: Client[] = []
let known: { pid: string; place: string }[] = []

/** Opens clients that will be cut, and one that stays and knows where the head is. */
export async function openAll({ variant, port, count }: { variant: Returning; port: number; count: number }): Promise<void> {
  watcher = await open(variant, port)
  clients = []
  for (let i = 0; i < count; i++)
    clients.push(await open(variant, port))
}

/** Cuts them all; each remembers what it had. False while one of them has not yet got anything to come back with. */
export function goAway({ variant }: { variant: Returning }): boolean {
  known = clients.map(({ line, last }) => ({ pid: line.pid ?? '', place: placeOf(variant, last) }))
  if (known.some(({ place }) => place === ''))
    return false
  clients.forEach(({ line }) => line.cut())
  return true
}

/** All return at once. Answers after how many ms the last of them is where the watcher is, and how many got there within the limit. */
export async function comeBack({ variant, port }: { variant: Returning; port: number }): Promise<{ ms: number; bytes: number; back: number }> {
  const head = headOf(variant, watcher!.last)
  let bytes = 0
  let arrived = 0
  const began = performance.now()
  const back = known.map(({ pid, place }) => new Promise<void>((resolve, reject) => {
    let there = false
    const timer = setTimeout(resolve, LIMIT_MS)
    const take = (message: Buffer) => {
      bytes += message.length
      if (there || !message.includes(head))
        return
      there = true
      clearTimeout(timer)
      arrived++
      resolve()
    }
    const opened = variant === 'ours' ? openScreen(port, place, take) : openSocketIo(port, '/socket.io', { pid, offset: place }, take)
    opened.catch(reject)
  }))
  await Promise.all(back)
  return { ms: performance.now() - began, bytes, back: arrived }
}

async function open(variant: Returning, port: number): Promise<Client> {
  const client: { last: Buffer } = { last: Buffer.alloc(0) }
  const take = (message: Buffer) => {
    if (variant === 'ours' || message.includes('42["event"'))
      client.last = message
  }
  const line = variant === 'ours' ? await openScreen(port, undefined, take) : await openSocketIo(port, '/socket.io', undefined, take)
  return Object.assign(client, { line })
}

/** What a client returns with: the cursor of its last frame, or the offset that Socket.IO put behind the last event. */
function placeOf(variant: Returning, last: Buffer): string {
  const text = last.toString()
  return (variant === 'ours' ? /"to":"([^"]+)"/ : /,"(\d+-\d+)"\]$/).exec(text)?.[1] ?? ''
}

/** What a message at the head contains: the cursor, or the last event's entry. */
function headOf(variant: Returning, last: Buffer): string {
  const text = last.toString()
  const [found] = (variant === 'ours' ? /"to":"[^"]+"/ : /"entry":"[^"]+"/).exec(text) ?? []
  if (found === undefined)
    throw new Error(`the watcher saw nothing: ${text.slice(0, 200)}`)
  return found
}
