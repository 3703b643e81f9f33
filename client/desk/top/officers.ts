import type { Officer } from '../../../shared/protocol/desk/officers.ts'
import { defineStore } from 'pinia'
import { computed, shallowReadonly, shallowRef, watch } from 'vue'
import { useLink } from '../../picture/link.ts'
import { useTalk } from '../../picture/talk.ts'
import { useDeskAddress } from '../queue/deskAddress.ts'

/** Who else sits at the desks, what each looks at and writes on; and the same said of this one, whenever it changes. */
export const useOfficers = defineStore('desk-officers', () => {
  const talk = useTalk()
  const link = useLink()
  const address = useDeskAddress()
  const all = shallowRef<readonly Officer[]>([])
  const isTyping = shallowRef(false)
  const others = computed(() => all.value.filter(({ you }) => !you))

  function say(): void {
    if (address.seat)
      talk.tell('presence', { actor: address.seat, ...(address.matter && { incident: address.matter }), ...(isTyping.value && { typing: true }) })
  }

  talk.hear('officers', ({ officers }) => { all.value = officers })
  watch(() => address.matter, () => { isTyping.value = false })
  // A link that was cut forgets who is at it; a server does not hear from a desk before it sees the picture.
  watch(() => [link.status.state === 'live', address.seat, address.matter, isTyping.value], ([live]) => live && say(), { immediate: true })

  return {
    /** All but this desk; as the server said last. */
    others,
    /** The others who have a matter open. */
    lookingAt: (matter: string) => others.value.filter(({ incident }) => incident === matter),
    typing: shallowReadonly(isTyping),
    /** Whether somebody here writes on the matter that lies open; another matter ends it. */
    write(writing: boolean) {
      isTyping.value = writing
    },
  }
})
