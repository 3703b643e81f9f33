import { createServer } from 'node:net'

/** A TCP port of loopback that was free a moment ago; for programs that cannot be given port 0. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  if (address === null || typeof address === 'string')
    throw new Error('the listening socket has no port')
  return address.port
}
