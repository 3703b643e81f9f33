/** KEYS: any key of the district. Answers INFO of the server that holds it, which in a cluster only a script can ask for. */
export const infoScript = `
redis.call('EXISTS', KEYS[1])
return redis.call('INFO', 'server') .. redis.call('INFO', 'persistence') .. redis.call('INFO', 'replication') .. redis.call('INFO', 'memory')
`
