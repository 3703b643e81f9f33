/** Words of now that are of another day in the past: they stand in place of those of the same key. */
export default {
  wall: {
    headline: { before: '前日', onDuty: '当时有人在岗' },
    hours: { today: '当日', sameTime: '前日同时', yesterday: '前日', none: '当日尚无新发' },
    categories: { sameTime: '前日同时', none: '当日尚无新发' },
  },
} as const
