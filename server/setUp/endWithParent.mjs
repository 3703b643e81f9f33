/**
 * Preloaded into each child of `npm start`: when the parent is gone, however it went, the child stops as if asked to.
 * A child that closes the channel itself is left in peace. A hang-up is judged by the parent alone: the child takes no notice of it.
 */
const parent = process.ppid
process.once('disconnect', () => setTimeout(() => process.ppid === parent || process.kill(process.pid, 'SIGTERM'), 100).unref())
process.channel?.unref()
process.on('SIGHUP', () => undefined)
