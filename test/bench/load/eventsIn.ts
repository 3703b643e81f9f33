import type { VariantName } from '../peers/Variant.ts'

interface Timed { time: string }

const FRAME = '42["frame",'
const EVENT = '42["event",'

/** Events in a message of a variant, decoded as its client would. */
export function eventsIn(variant: VariantName, message: Buffer): Timed[] {
  const text = message.toString()
  switch (variant) {
    case 'ours': return text.startsWith(FRAME) ? (JSON.parse(text.slice(2)) as [string, { events: Timed[] }])[1].events : []
    case 'emit':
    case 'adapter': return text.startsWith(EVENT) ? [(JSON.parse(text.slice(2)) as [string, Timed])[1]] : []
    case 'ws':
    case 'tcp': return (JSON.parse(text) as { events: Timed[] }).events
  }
}
