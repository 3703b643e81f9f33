export default {
  rotation: {
    held: { sos: '轮播已停：有网格员求助', I: '轮播已停：有 I 级未签收', II: '轮播已停：有 II 级未签收' },
    paused: '轮播暂停至 {time}',
  },
  takeover: {
    label: '接管',
    gravity: { sos: '求助', I: 'I 级', II: 'II 级' },
    sos: '网格员求助',
    turn: '{turn}/{all}',
    left: '剩 {duration}',
    over: '超 {duration}',
    since: '已 {duration}',
    back: '{duration}后交回',
    held: '已留住',
    hold: '留住',
    release: '放行',
    refuse: '交回',
  },
  curtain: { drawn: '帷幕', since: '{time} 起' },
} as const
