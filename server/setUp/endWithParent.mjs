/**
 * Preloaded into each child of `npm start`: when the parent is gone, however it went, the child stops as if asked to.
 * A child that closes the channel itself is left in peace.
 */
const parent = process.ppid
process.once('disconnect', () => setTimeout(() => process.ppid === parent || process.kill(process.pid, 'SIGTERM'), 100).unref())
process.channel?.unref()
