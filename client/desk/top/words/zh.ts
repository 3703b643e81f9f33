export default {
  live: '实况 {latency}',
  same: '摘要一致',
  differs: '摘要不一致 重新同步中',
  unknown: '摘要待核对',
  late: '{stream} 迟 {age}',
  attempt: '第 {n} 次重连',
  frozen: '停在 {time}',
  muted: '静音 {left} · {why}',
  call: '来电待送出',
} as const
