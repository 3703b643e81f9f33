const RULE = /^\s*- \*\*([A-Z]\d+[a-z]?)\*\*/gm
/** The text after `it(`, `describe.skipIf(…)(` or `it.each(table)(`. */
const TITLE = /(?:\b(?:it|test|describe)(?:\.\w+)*|\))\(\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g
const CITED = /\[([A-Z]\d+[a-z]?(?:\s*,\s*[A-Z]\d+[a-z]?)*)\]/g

/**
 * What is wrong between the rules of a SPEC (`- **F1** …`) and the tests that cite them (`it('[F1] …')`, `[F1][F2]`, `[F1, F2]`):
 * a sentence for each rule without a test, each citation without a rule, each rule number used twice.
 */
export function specGaps(spec: string, sources: readonly { file: string; text: string }[]): string[] {
  const rules = [...spec.matchAll(RULE)].map(([, id = '']) => id)
  const cited = sources.flatMap(({ file, text }) => citations(text).map(id => ({ file, id })))
  const known = new Set(rules)
  const tested = new Set(cited.map(({ id }) => id))
  return [
    ...[...known].filter(id => !tested.has(id)).map(id => `SPEC ${id}: no test cites it`),
    ...[...new Set(cited.filter(({ id }) => !known.has(id)).map(({ file, id }) => `${file}: cites ${id}, which SPEC does not have`))],
    ...[...new Set(rules.filter((id, i) => rules.indexOf(id) !== i))].map(id => `SPEC ${id}: stands twice`),
  ]
}

/** Rule ids in the titles of one test file. */
function citations(text: string): string[] {
  return [...text.matchAll(TITLE)].flatMap(([, , title = '']) =>
    [...title.matchAll(CITED)].flatMap(([, ids = '']) => ids.split(',').map(id => id.trim())))
}
