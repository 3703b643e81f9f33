export default {
  word: '回放',
  plate: '这是 {date} {time} 的情形，不是现在',
  asKnown: '按当时所知',
  waiting: '正在读取当时的记录',
  failed: '当时的记录还取不到',
  goesOn: '实况仍在继续',
  back: '回到实况',
  label: '回放栏',
} as const
