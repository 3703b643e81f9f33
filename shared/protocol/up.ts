import type { Command } from '../commands/Command.ts'
import type { CommandAnswer } from './commandAnswer.ts'
import type { Drive } from './wall/drive.ts'
import type { DriveAnswer } from './wall/driveAnswer.ts'
import type { Presence } from './desk/presence.ts'
import type { Subscribe } from './subscribe.ts'
import type { Wall } from './wall/wall.ts'
import { command } from '../commands/Command.ts'
import { drive } from './wall/drive.ts'
import { presence } from './desk/presence.ts'
import { subscribe } from './subscribe.ts'
import { wall } from './wall/wall.ts'

/** Everything a client sends, by name. */
export const UP = { subscribe, command, presence, wall, drive }

/** Typed events of Socket.IO, client to server. */
export interface Up {
  subscribe: (message: Subscribe) => void
  command: (message: Command, answer: (answer: CommandAnswer) => void) => void
  presence: (message: Presence) => void
  wall: (message: Wall) => void
  drive: (message: Drive, answer: (answer: DriveAnswer) => void) => void
}
