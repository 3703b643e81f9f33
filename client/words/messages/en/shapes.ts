export default {
  gravest: { title: 'Level I, extreme', none: 'No matter of level I is open, and nobody calls for help' },
  tiles: { marks: 'mark: the gravest matter', counts: 'number: open matters' },
} as const
