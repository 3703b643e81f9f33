import { startWords } from './startWords.mjs'

/** A sentence for people if this Node cannot build and run Wangge, else undefined. Vite's range: 20.19, 22.12 and newer. */
export function unfitNode(version, words = startWords()) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const fit = major === 20 ? minor >= 19 : major === 22 ? minor >= 12 : major > 22
  return fit ? undefined : words.unfitNode(version)
}
