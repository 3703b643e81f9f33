/** Id under which the `index`th seat (from 0) of the duty shift acts: its own, or `seat-1`, `seat-2` … in order. */
export function idOfSeat({ id }: { id?: string | undefined }, index: number): string {
  return id ?? `seat-${index + 1}`
}
