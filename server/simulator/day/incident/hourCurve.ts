/** How many matters come in each local hour: peaks 9–11 and 15–17, few at night. */
export const HOUR_CURVE = [1, 0.7, 0.5, 0.4, 0.5, 1, 2, 4, 7.5, 10, 10, 8.5, 5.5, 5, 6.5, 9, 9.5, 8, 5.5, 4.5, 4, 3.5, 2.5, 1.5] as const

/** ISO weekday → share of a usual day. */
export const WEEKDAY_CURVE = [1, 1.06, 1.02, 1, 1, 1.02, 0.95, 0.92] as const
