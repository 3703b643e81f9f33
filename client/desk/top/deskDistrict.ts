import type { District } from '../../../shared/domain/district/District.ts'
import type { Actor } from '../../../shared/domain/duty/Actor.ts'
import type { DeskResource } from '../../../shared/protocol/desk/deskResource.ts'
import { defineStore } from 'pinia'
import { outside } from '../../words/outside.ts'
import { computed, shallowReadonly, shallowRef } from 'vue'
import { actorOf } from '../../../shared/domain/duty/actorOf.ts'
import { nameIn } from '../../../shared/words/nameIn.ts'
import { useSession } from '../../base/session.ts'

export type Seat = DeskResource['seats'][number]
export type Person = DeskResource['staff'][number]

/** Seats, people, units and checklists of the district: for the desk alone, a wall never gets them. */
export const useDeskDistrict = defineStore('desk-district', () => {
  const session = useSession()
  const resource = shallowRef<DeskResource>()
  const seats = computed(() => new Map(resource.value?.seats.map(seat => [seat.id, seat])))
  const people = computed(() => new Map(resource.value?.staff.map(person => [person.id, person])))

  const seat = (id: string): Seat | undefined => seats.value.get(id)
  const person = (id: string): Person | undefined => people.value.get(id)

  /** Who an actor's id stands for, as it is said: a seat, somebody of the staff, a unit; the id itself where it is nobody's. */
  function nameOf(actor: string): string {
    const names = seat(actor)?.name
    return outside(names ? nameIn(names, session.locale) : person(actor)?.name ?? actorOfId(actor)?.unit ?? actor)
  }

  /** Who acts under an id, as the server finds it; undefined for nobody. */
  const actorOfId = (id: string): Actor | undefined => resource.value && actorOf(id, { seats: resource.value.seats as District['seats'], staff: person })

  return {
    /** Undefined until it was loaded. */
    resource: shallowReadonly(resource),
    seat,
    person,
    nameOf,
    actor: actorOfId,
    load(got: DeskResource) {
      resource.value = got
    },
  }
})
