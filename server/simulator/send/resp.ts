/** What Redis answers (RESP 2). An error is a value: the connection lives on. */
export type Reply = string | number | null | RedisFault | Reply[]

export class RedisFault {
  constructor(readonly message: string) {}
}

/** A command as Redis reads it. */
export function encodeCommand(parts: readonly string[]): string {
  return `*${parts.length}\r\n${parts.map(part => `$${Buffer.byteLength(part)}\r\n${part}\r\n`).join('')}`
}

/** Cuts replies out of the bytes of a connection. */
export class ReplyReader {
  private bytes = Buffer.alloc(0)

  /** Replies that are whole by now, in order. Throws on bytes that are not RESP. */
  push(chunk: Buffer): Reply[] {
    this.bytes = Buffer.concat([this.bytes, chunk])
    const replies: Reply[] = []
    let position = 0
    for (;;) {
      const read = readReply(this.bytes, position)
      if (!read)
        break
      replies.push(read.reply)
      position = read.next
    }
    this.bytes = this.bytes.subarray(position)
    return replies
  }
}

function readReply(bytes: Buffer, start: number): { reply: Reply; next: number } | undefined {
  const end = bytes.indexOf('\r\n', start)
  if (end < 0)
    return undefined
  const line = bytes.toString('utf8', start + 1, end)
  const next = end + 2
  switch (String.fromCharCode(bytes[start]!)) {
    case '+': return { reply: line, next }
    case '-': return { reply: new RedisFault(line), next }
    case ':': return { reply: Number(line), next }
    case '$': return readBulk(bytes, Number(line), next)
    case '*': return readArray(bytes, Number(line), next)
    default: throw new Error('the other side does not speak Redis')
  }
}

function readBulk(bytes: Buffer, length: number, start: number): { reply: Reply; next: number } | undefined {
  if (length < 0)
    return { reply: null, next: start }
  const next = start + length + 2
  return next > bytes.length ? undefined : { reply: bytes.toString('utf8', start, start + length), next }
}

function readArray(bytes: Buffer, length: number, start: number): { reply: Reply; next: number } | undefined {
  if (length < 0)
    return { reply: null, next: start }
  const reply: Reply[] = []
  let next = start
  for (let i = 0; i < length; i++) {
    const item = readReply(bytes, next)
    if (!item)
      return undefined
    reply.push(item.reply)
    next = item.next
  }
  return { reply, next }
}
