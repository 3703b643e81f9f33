export default {
  label: 'Colour',
  name: { visit: 'Last visit', open: 'Open', overdue: 'Overdue', cover: 'Duty', rate: 'Per 1,000 homes', unusual: 'Against itself' },
  /** Of what, or in which window. */
  of: { visit: 'of its interval', open: 'a grid', overdue: 'a grid', cover: 'now', rate: 'reported, 24 h', unusual: 'reported, 6 h' },
  class: {
    visit: { 0: 'to ⅛', 1: 'to ¼', 2: 'to ½', 3: 'in time', 4: 'longer' },
    open: { 0: '0', 1: '1', 2: '2', 3: '3–4', 4: '5 or more' },
    overdue: { 0: '0', 1: '1', 2: '2', 3: '3', 4: '4 or more' },
    cover: { 0: 'on duty', 1: 'off roster', 2: 'no signal', 4: 'absent' },
    rate: { 0: '0', 1: 'to 2', 2: '2–4', 3: '4–8', 4: 'above 8' },
    unusual: { 0: 'as usual', 1: 'some more', 2: 'more', 4: 'off limit' },
  },
  noData: { visit: 'unknown', open: 'no data', overdue: 'no data', cover: 'no data', rate: 'unknown', unusual: 'too short' },
  /** How many grids of the region shown are in a class. */
  grids: '{count} grids',
  /** One grid, beside its name. */
  grid: {
    visit: 'visited {age} ago',
    never: 'no visit known',
    open: '{count} open',
    overdue: '{count} overdue',
    rate: '{reported} / {households} homes · {rate} per 1,000',
    noHouseholds: '{reported} in 24 h, homes unknown',
    unusual: '{reported} in 6 h · usual {usual} · limit {limit}',
    noPast: '{reported} in 6 h, past too short',
  },
} as const
