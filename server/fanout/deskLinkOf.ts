import type { Socket } from 'socket.io'
import type { Down } from '../../shared/protocol/down.ts'
import type { Up } from '../../shared/protocol/up.ts'
import type { DeskLink } from '../desk/DeskLink.ts'

/** A socket as desks and walls use it. */
export function deskLinkOf(socket: Socket<Up, Down>): DeskLink {
  return {
    id: socket.id,
    officers: message => void socket.emit('officers', message),
    walls: message => void socket.emit('walls', message),
    show: message => void socket.emit('show', message),
  }
}
