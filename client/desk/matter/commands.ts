import type { EntryId } from '../../../shared/words/entryId.ts'
import type { Stage } from '../../../shared/domain/stages.ts'
import type { Stop } from '../../base/Timers.ts'
import type { SentCommand } from './setUpCommands.ts'
import { defineStore } from 'pinia'
import { computed, watch } from 'vue'
import { ruleOf } from '../../../shared/domain/commandTable.ts'
import { stageAfter } from '../../../shared/domain/stageTable.ts'
import { compareEntryIds } from '../../../shared/words/entryId.ts'
import { groupBy } from '../../../shared/words/groupBy.ts'
import { useMachine } from '../../base/useMachine.ts'
import { useLink } from '../../picture/link.ts'
import { useProjection } from '../../picture/projection.ts'
import { useTalk } from '../../picture/talk.ts'
import { untilShown } from '../../base/untilShown.ts'
import { useDeskAddress } from '../queue/deskAddress.ts'
import { useOpenMatter } from './openMatter.ts'
import { setUpCommands } from './setUpCommands.ts'

/** What was accepted and does not come by the log within this time is not waited for. */
const SHOWN_MS = 5000

/** Commands of this desk, what became of them, and what the picture is expected to be until they are answered. */
export const useCommands = defineStore('commands', () => {
  const machine = useMachine()
  const projection = useProjection()
  const link = useLink()
  const address = useDeskAddress()
  const talk = useTalk()
  const open = useOpenMatter()
  const matter = (id: string) => projection.state?.incident.incidents.get(id)

  const commands = setUpCommands({
    ask: talk.ask,
    machine,
    actor: () => address.seat,
    versionOf: id => matter(id)?.entry,
    untilShown: (incident, version) => untilShown(onPicture, machine, SHOWN_MS, () => isShown(incident, version)),
    memory: sessionStorage,
  })
  const pending = computed<ReadonlyMap<string, readonly SentCommand[]>>(() => groupBy(commands.underWay.value, ({ command }) => command.incident))

  /** The matter that lies open is drawn with its group, a moment after the fold has it. */
  function onPicture(look: () => void): Stop {
    const stops = [projection.onPublish(look), watch(() => open.shown, look)]
    return () => stops.forEach(stop => stop())
  }

  function isShown(incident: string, version: EntryId): boolean {
    const { entry } = (open.shown?.incident.id === incident ? open.shown.incident : matter(incident)) ?? {}
    return entry !== undefined && compareEntryIds(entry, version) >= 0
  }

  /** Stage at which a matter will be once its pending commands are accepted; its own where none is pending. */
  function expectedStage(incident: string, stage: Stage): Stage {
    return (pending.value.get(incident) ?? []).reduce((at, { command }) => stageAfter({ stage: at, mergedFrom: matter(incident)?.mergedFrom }, ruleOf(command.type).move, matter(incident)?.parkedFrom) ?? at, stage)
  }

  watch(() => link.status.state, state => state === 'live' && commands.sendNow())

  return { ...commands, pending, expectedStage }
})
