import type { TestServer } from './startTestServer.ts'

/** How events are posted to a server that is a process of its own. */
export function postEvents(url: string): Pick<TestServer, 'post'> {
  return {
    async post(events) {
      const response = await fetch(`${url}/api/v1/events`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(events) })
      return { status: response.status, headers: response.headers, body: await response.json() as unknown }
    },
  }
}
