export default {
  label: '底色',
  name: { visit: '距上次到访', open: '未结件数', overdue: '超期件数', cover: '在岗情况', rate: '每千户新发', unusual: '与自身常态比' },
  /** Of what, or in which window. */
  of: { visit: '占应访间隔', open: '每格', overdue: '每格', cover: '此刻', rate: '近24时', unusual: '近6时' },
  class: {
    visit: { 0: '⅛ 内', 1: '¼ 内', 2: '½ 内', 3: '期内', 4: '过期' },
    open: { 0: '0 件', 1: '1 件', 2: '2 件', 3: '3–4 件', 4: '5 件以上' },
    overdue: { 0: '0 件', 1: '1 件', 2: '2 件', 3: '3 件', 4: '4 件以上' },
    cover: { 0: '在岗', 1: '按班无人', 2: '无信号', 4: '缺岗' },
    rate: { 0: '0 件', 1: '2 件内', 2: '2–4 件', 3: '4–8 件', 4: '8 件以上' },
    unusual: { 0: '如常', 1: '略多', 2: '偏多', 4: '超限' },
  },
  noData: { visit: '无记录', open: '无数据', overdue: '无数据', cover: '无数据', rate: '无户数', unusual: '历史不足' },
  /** How many grids of the region shown are in a class. */
  grids: '{count} 格',
  /** One grid, beside its name. */
  grid: {
    visit: '{age}前到访',
    never: '无到访记录',
    open: '未结 {count} 件',
    overdue: '超期 {count} 件',
    rate: '{reported} 件／{households} 户 · 每千户 {rate}',
    noHouseholds: '24时 {reported} 件 · 户数未知',
    unusual: '6时 {reported} 件 · 常 {usual} · 限 {limit}',
    noPast: '6时 {reported} 件 · 历史不足一日',
  },
} as const
