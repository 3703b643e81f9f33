/** KEYS: any key of the district. Answers the clock of the server that holds it, epoch ms; in a cluster TIME alone would ask any node. */
export const timeScript = `
redis.call('EXISTS', KEYS[1])
local time = redis.call('TIME')
return time[1] * 1000 + math.floor(time[2] / 1000)
`
