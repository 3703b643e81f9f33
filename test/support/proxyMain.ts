import type { ProxyKind } from './startProxy.ts'
import { createServer, request as ask } from 'node:http'
import { connect } from 'node:net'

/** A reverse proxy as sites run one, as a program of its own: see {@link ProxyKind}. Prints a line when it listens. */
const kind = JSON.parse(process.argv[2] ?? '') as ProxyKind

const proxy = createServer((request, response) => {
  const path = pathFor(request.url)
  if (path === undefined)
    return void response.writeHead(404).end('the proxy has nothing here')
  const onward = ask({ host: '127.0.0.1', port: kind.to, path, method: request.method, headers: headersFor(request.headers) }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  onward.on('error', () => response.destroy())
  request.pipe(onward)
})

proxy.on('upgrade', (request, socket, head) => {
  const path = pathFor(request.url)
  if (path === undefined)
    return void socket.end('HTTP/1.1 404 Not Found\r\n\r\n')
  const onward = connect(kind.to, '127.0.0.1', () => {
    const headers = Object.entries(headersFor(request.headers)).map(([name, value]) => `${name}: ${String(value)}\r\n`).join('')
    onward.write(`${request.method} ${path} HTTP/1.1\r\n${headers}\r\n`)
    onward.write(head)
    onward.pipe(socket)
    socket.pipe(onward)
  })
  onward.on('error', () => socket.destroy())
  socket.on('error', () => onward.destroy())
})

proxy.listen(kind.port, '127.0.0.1', () => process.stdout.write('listening\n'))

function pathFor(url = ''): string | undefined {
  const { path } = kind
  if (url !== path && !url.startsWith(`${path}/`))
    return undefined
  return kind.strips ? url.slice(path.length) || '/' : url
}

function headersFor<Headers extends { host?: string }>(headers: Headers): Headers {
  return kind.rewritesHost ? { ...headers, host: `127.0.0.1:${kind.to}` } : headers
}
