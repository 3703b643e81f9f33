/** Contact that is masked, and showing it. */
export default {
  caller: '来电人',
  show: '显示，留痕',
  hide: '遮回',
  asking: '正在取得…',
  seen: '看过 {times} 次，最近 {who} {at}',
  kept: '已留痕：谁、何时、为何',
  title: '显示联系方式',
  note: '谁看、何时、为何，都记入经过',
  why: '为何要看',
  reasons: { callBack: '回拨核实', help: '联系到场', rating: '回访评价', other: '其他' },
  other: '写明缘由',
  give: '显示',
  cancel: '取消',
  refused: '未能显示：{message}',
  tooMany: '看得太多，{seconds} 秒后再试',
  away: '日志此刻记不下是谁在看，因此不显示；稍后再试',
} as const
