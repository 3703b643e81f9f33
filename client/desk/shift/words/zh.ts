export default {
  title: '此刻要做的',
  unsigned: '待签收',
  next: '最先到限',
  reports: '待报送',
  nothing: '没有',
  due: '{kind}（{by}）',
  more: '另 {n} 件',
} as const
