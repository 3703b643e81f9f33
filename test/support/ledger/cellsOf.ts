/** A cell of a table: the stages to which it may lead; none where it is not lawful. */
export interface ExpectedCell { stage: string; happening: string; next: string[] }

/** Cells of a table in the county's notation: `none: opened→open · open: progress=, done→done · done: –`; `a/b` leads to one or the other. Every stage has one for every happening. */
export function cellsOf(table: string): ExpectedCell[] {
  const told = table.split(' · ').flatMap((part) => {
    const [stages, cells] = part.split(': ')
    return stages!.split(', ').flatMap(stage => [{ stage, happening: '', next: [] as string[] }, ...cells!.split(', ').filter(cell => cell !== '–').map((cell) => {
      const [happening, next] = cell.endsWith('=') ? [cell.slice(0, -1), stage] : cell.split('→')
      return { stage, happening: happening!, next: next!.split('/') }
    })])
  })
  const happenings = new Set(told.map(({ happening }) => happening).filter(Boolean))
  return [...new Set(told.map(({ stage }) => stage))].flatMap(stage => [...happenings].map(happening =>
    told.find(each => each.stage === stage && each.happening === happening) ?? { stage, happening, next: [] }))
}
