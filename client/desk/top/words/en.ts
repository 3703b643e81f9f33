export default {
  live: 'Live {latency}',
  same: 'digests agree',
  differs: 'digests differ, syncing',
  unknown: 'digest to be compared',
  late: '{stream} late {age}',
  attempt: 'try {n}',
  frozen: 'stands at {time}',
  muted: 'muted {left} · {why}',
  call: 'A call waits to be sent',
} as const
