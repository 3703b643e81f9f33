import type { WalkReport } from './WalkReport.ts'

/** What a check that found nothing wrong has seen, in one sentence. */
export function wholeWords(path: string, { streams, takenOver }: WalkReport): string {
  const held = streams.filter(({ read }) => read > 0).map(({ stream, read }) => `${read} in ${stream}`)
  return `The embedded log in ${path} is whole: ${held.length > 0 ? `${held.join(', ')}, ${takenOver ? 'all of them readable; no mark stands beside it yet to compare them with' : 'as they were written'}` : 'it holds no entry yet'}.`
}
