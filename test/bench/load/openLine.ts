import type { VariantName } from '../peers/Variant.ts'
import type { Line } from './Line.ts'
import { openScreen } from './openScreen.ts'
import { openSocketIo } from './openSocketIo.ts'
import { openTcp } from './openTcp.ts'
import { openWebSocket } from './openWebSocket.ts'

/** A client of a variant, ready to get what comes. */
export function openLine(variant: VariantName, port: number): Promise<Line> {
  switch (variant) {
    case 'ours': return openScreen(port, undefined)
    case 'emit':
    case 'adapter': return openSocketIo(port, '/socket.io')
    case 'ws': return openWebSocket(port)
    case 'tcp': return openTcp(port)
  }
}
