export default {
  word: 'Replay',
  plate: 'this is {date} {time}, not now',
  asKnown: 'as it was known then',
  waiting: 'reading the records of that moment',
  failed: 'the records of that moment cannot be had yet',
  goesOn: 'live goes on',
  back: 'back to live',
  label: 'replay strip',
} as const
