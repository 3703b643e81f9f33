import type { GraveIncident } from '../../../shared/indicators/open/graveIncidents.ts'
import { computed } from 'vue'
import { signsFor } from '../../../shared/commands/signsFor.ts'
import { whyNot } from '../../../shared/commands/whyNot.ts'
import { useAlarms } from './alarms.ts'
import { useSosOrders } from './sosOrders.ts'
import { useDeskAddress } from '../queue/deskAddress.ts'
import { useDeskDistrict } from '../top/deskDistrict.ts'
import { useActing } from '../matter/action/acting.ts'
import { useCommands } from '../matter/commands.ts'
import { openMatterOf } from '../matter/openMatter.ts'
import { useProjection } from '../../picture/projection.ts'

/** How the first alarm is answered by this seat: a call for help or a matter signed for, a matter accepted; or only opened, where the next step needs more. */
export type AlarmStep = 'sign' | 'acknowledge' | 'accept' | 'open'

/** The first alarm, gravest first, and signing for it with one key. */
export function useSignAlarm() {
  const alarms = useAlarms()
  const address = useDeskAddress()
  const desk = useDeskDistrict()
  const commands = useCommands()
  const projection = useProjection()
  const acting = useActing()
  const orders = useSosOrders()

  const first = computed(() => alarms.ringing[0])
  const isPending = computed(() => first.value !== undefined && (commands.pending.has(first.value.id) || orders.pending.has(first.value.id)))

  /** Nothing is left to do with one key: it lies open, and its next step needs more. */
  const isOpen = computed(() => first.value !== undefined && address.matter === first.value.id && stepOf(first.value) === 'open')
  /** Whether the key of 确认 is the alarm's: not while another matter lies open. */
  const hasKey = computed(() => first.value !== undefined && !isOpen.value && (address.matter === undefined || address.matter === first.value.id))

  /** By the state as it is now, which changes in place. */
  function stepOf({ id, gravity }: GraveIncident): AlarmStep {
    const incident = projection.state?.incident.incidents.get(id)
    const role = desk.seat(address.seat)?.role
    if (gravity === 'sos')
      return 'sign'
    if (!incident || !role)
      return 'open'
    return (['acknowledge', 'accept'] as const).find(type => !whyNot(projection.state!, incident, type, { id: address.seat, role })) ?? 'open'
  }

  /** @returns false where nothing rings */
  function sign(): boolean {
    if (!first.value)
      return false
    const { id, gravity } = first.value
    const step = stepOf(first.value)
    if (step === 'sign')
      void orders.sign(id)
    else if (step === 'acknowledge' && signsForAnother(id))
      acting.ask('acknowledge', openMatterOf(projection.state!, id, undefined)!)
    else if (step !== 'open' && !isPending.value)
      void commands.give(step, id)
    if (gravity !== 'sos')
      address.open(id)
    return true
  }

  function signsForAnother(id: string): boolean {
    const incident = projection.state?.incident.incidents.get(id)
    const actor = desk.actor(address.seat)
    return incident !== undefined && actor !== undefined && signsFor(incident, actor) !== undefined
  }

  return { first, isPending, isOpen, hasKey, stepOf, sign }
}
