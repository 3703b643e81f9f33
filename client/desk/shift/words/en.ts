export default {
  title: 'What the shift needs now',
  unsigned: 'To be signed for',
  next: 'Due next',
  reports: 'Reports due',
  nothing: 'None',
  due: '{kind} ({by})',
  more: '{n} more',
} as const
