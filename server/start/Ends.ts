/** How to end all that was begun: the newest first, each once. */
export class Ends {
  private readonly ends: (() => unknown)[] = []
  private ended: Promise<void> | undefined

  add(end: () => unknown): void {
    this.ends.push(end)
  }

  run(): Promise<void> {
    return this.ended ??= this.runAll()
  }

  private async runAll(): Promise<void> {
    for (let end = this.ends.pop(); end; end = this.ends.pop())
      await end()
  }
}
