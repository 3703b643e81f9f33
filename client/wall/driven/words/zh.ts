export default {
  by: '{seat}送来',
  desk: '值班台',
  until: '至 {time}',
  held: '已留住',
  back: '交回',
} as const
