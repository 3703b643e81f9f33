export default {
  wall: {
    headline: { before: 'day before', onDuty: 'On duty then' },
    hours: { today: 'That day', sameTime: 'day before, same time', yesterday: 'day before', none: 'Nothing new that day yet' },
    categories: { sameTime: 'day before, same time', none: 'Nothing new that day yet' },
  },
} as const
