/** Adds a grid to the few that an event touched, once. */
export function touch(grids: number[], grid: number): void {
  if (!grids.includes(grid))
    grids.push(grid)
}
