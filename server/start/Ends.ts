/** How to end all that was begun: the newest first, each once, and whatever becomes of the others. */
export class Ends {
  private readonly ends: (() => unknown)[] = []
  private ended: Promise<void> | undefined

  add(end: () => unknown): void {
    this.ends.push(end)
  }

  /** @throws what the first that failed threw, once all have been asked to end */
  run(): Promise<void> {
    return this.ended ??= this.runAll()
  }

  private async runAll(): Promise<void> {
    const failures: unknown[] = []
    for (let end = this.ends.pop(); end; end = this.ends.pop()) {
      try {
        await end()
      }
      catch (error) {
        failures.push(error)
      }
    }
    if (failures.length > 0)
      throw failures[0]
  }
}
