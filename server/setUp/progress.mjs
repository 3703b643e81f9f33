import { startWords } from './startWords.mjs'

/** One quiet line a step: `Building the server … 2 s`. Answers the function that ends the line. */
export function progress(words) {
  const began = performance.now()
  process.stdout.write(`${words} … `)
  return () => process.stdout.write(`${startWords().seconds(Math.max(1, Math.round((performance.now() - began) / 1000)))}\n`)
}
