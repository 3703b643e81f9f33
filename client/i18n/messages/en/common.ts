import type { Messages } from '../../Messages.ts'

export default {
  product: 'Wangge',
  post: {
    gridLeader: 'grid leader',
    gridWorker: 'grid worker',
    buildingHead: 'building head',
    centreHousehold: 'centre household',
    volunteer: 'volunteer',
  },
  regionKind: {
    banner: 'banner',
    town: 'town',
    sumu: 'sumu',
    subdistrict: 'subdistrict',
    community: 'community',
    gacha: 'gacha',
    grid: 'grid',
  },
  gridKind: {
    urban: 'urban',
    town: 'town',
    pastoral: 'pastoral',
  },
  mode: {
    opened: 'open',
    controlled: 'controlled',
    closed: 'closed',
  },
  risk: {
    low: 'low risk',
    medium: 'medium risk',
    high: 'high risk',
  },
  duration: {
    seconds: '{n}s',
    minutes: '{n}m',
    minutesSeconds: '{m}m{s}s',
    hours: '{n}h',
    hoursMinutes: '{h}h{m}',
    days: '{n}d',
    ms: '{n} ms',
  },
  lead: {
    left: 'left',
    over: 'over',
    since: 'for',
    stuck: 'stuck',
  },
  date: '{day}/{month}',
  weekday: {
    1: 'Monday',
    2: 'Tuesday',
    3: 'Wednesday',
    4: 'Thursday',
    5: 'Friday',
    6: 'Saturday',
    7: 'Sunday',
  },
  asOf: 'as of {time}',
  loading: 'loading',
  absent: '—',
} satisfies Messages['common']
