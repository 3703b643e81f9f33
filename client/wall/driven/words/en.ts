export default {
  by: 'Sent by {seat}',
  desk: 'the duty desk',
  until: 'until {time}',
  held: 'held',
  back: 'Give back',
} as const
