/** What only wide walls say. */
export default {
  gravest: { title: 'I 级 特别重大', none: '此刻没有 I 级未结事项，也没有求助' },
  tiles: { marks: '符号：该格最重一件', counts: '数字：未结件数' },
} as const
