/** Contact that is masked, and showing it. */
export default {
  caller: 'Caller',
  show: 'Show, leaves a trace',
  hide: 'Mask again',
  asking: 'asking…',
  seen: 'looked at {times}×, last by {who} {at}',
  kept: 'kept: who, when, what for',
  title: 'Show contact',
  note: 'who looks, when and what for stands in the history',
  why: 'What for',
  reasons: { callBack: 'call back to check', help: 'bring somebody there', rating: 'ask for a rating', other: 'other' },
  other: 'Say what for',
  give: 'Show',
  cancel: 'Cancel',
  refused: 'not shown: {message}',
  tooMany: 'too often: again in {seconds} s',
  away: 'the log cannot keep who looks now, so nothing is shown; try again in a moment',
} as const
