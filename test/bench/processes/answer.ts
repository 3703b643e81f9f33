/** The other end of {@link Child}: answers what is asked by name, one at a time or many. Ends with its parent. */
export function answer(handlers: Record<string, (argument: never) => unknown>): void {
  process.on('message', ({ id, name, argument }: { id: number; name: string; argument: never }) => {
    Promise.resolve()
      .then(() => handlers[name]!(argument))
      .then(value => process.send?.({ id, value }), (error: unknown) => process.send?.({ id, error: error instanceof Error ? error.stack : String(error) }))
  })
  process.once('disconnect', () => process.exit(0))
}
