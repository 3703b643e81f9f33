export default {
  rotation: {
    held: { sos: 'Rotation held: a worker calls for help', I: 'Rotation held: level I not signed for', II: 'Rotation held: level II not signed for' },
    paused: 'Rotation paused until {time}',
  },
  takeover: {
    label: 'takeover',
    gravity: { sos: 'SOS', I: 'Level I', II: 'Level II' },
    sos: 'Worker calls for help',
    turn: '{turn}/{all}',
    left: '{duration} left',
    over: '{duration} over',
    since: 'for {duration}',
    back: 'gives back in {duration}',
    held: 'held',
    hold: 'hold',
    release: 'let go',
    refuse: 'give back',
  },
  curtain: { drawn: 'Curtain', since: 'since {time}' },
} as const
