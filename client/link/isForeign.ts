const PATIENCE_MS = 10_000

/** Whether the server takes this page for another site's and so refuses its link (S6). @param base such as `http://127.0.0.1:8080/` */
export async function isForeign(base: string): Promise<boolean> {
  const answer = await fetch(new URL('api/v1/origin-check', base), { method: 'POST', signal: AbortSignal.timeout(PATIENCE_MS) })
  return answer.status === 403 && (await answer.json() as { reason?: string }).reason === 'origin'
}
