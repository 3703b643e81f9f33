import type { Drive } from '../../../shared/protocol/wall/drive.ts'
import type { DriveAnswer } from '../../../shared/protocol/wall/driveAnswer.ts'
import type { NamedWall } from '../../../shared/protocol/wall/walls.ts'
import { defineStore } from 'pinia'
import { shallowReadonly, shallowRef } from 'vue'
import { CutError } from '../../base/CutError.ts'
import { useMachine } from '../../base/useMachine.ts'
import { useTalk } from '../../picture/talk.ts'
import { useDeskAddress } from '../queue/deskAddress.ts'

/** What was sent to a wall last: under way, not known to have come, told to its screens, or refused. */
export type Sent =
  | { id: string; state: 'asking' | 'cut' }
  | { id: string; state: 'told'; screens: number }
  | { id: string; state: 'refused'; answer: DriveAnswer & { accepted: false } }

type What = Omit<Drive, 'id' | 'actor' | 'wall'>

/** The walls with a name, and driving them. */
export const useWalls = defineStore('desk-walls', () => {
  const machine = useMachine()
  const talk = useTalk()
  const address = useDeskAddress()
  const all = shallowRef<readonly NamedWall[]>([])
  const sent = shallowRef<ReadonlyMap<string, Sent>>(new Map())

  function note(wall: string, what: Sent): void {
    // What was sent later counts.
    if (what.state === 'asking' || sent.value.get(wall)?.id === what.id)
      sent.value = new Map([...sent.value, [wall, what]])
  }

  async function drive(wall: string, what: What): Promise<void> {
    const id = machine.freshId()
    note(wall, { id, state: 'asking' })
    try {
      const answer = await talk.ask('drive', { id, actor: address.seat, wall, ...what })
      note(wall, answer.accepted ? { id, state: 'told', screens: answer.walls } : { id, state: 'refused', answer })
    }
    catch (error) {
      if (!(error instanceof CutError))
        throw error
      note(wall, { id, state: 'cut' })
    }
  }

  talk.hear('walls', ({ walls }) => { all.value = walls })

  return {
    /** As the server said last. */
    all: shallowReadonly(all),
    /** By the name of the wall. */
    sent: shallowReadonly(sent),
    drive,
  }
})
