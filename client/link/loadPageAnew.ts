/**
 * Loads the page anew if its server answers. Otherwise the browser would put its own error page in place of ours, and
 * nobody stands near to press the key: whoever asked tries again later.
 */
export async function loadPageAnew({ location }: Pick<Window, 'location'>): Promise<void> {
  try {
    const answer = await fetch(location.href, { cache: 'no-store', signal: AbortSignal.timeout(10_000) })
    if (answer.ok)
      location.reload()
  }
  catch {}
}
