/** `KeyboardEvent.keyCode` of a key that an input method has taken. */
const TAKEN = 229

/**
 * Keys of a text that is being composed are the input method's: its Enter, digits, arrows, Tab and Escape choose among what it offers (V6).
 * They reach no handler of the page, neither of fields nor of dialogs nor of shortcuts; to the browser they stay.
 */
export function leaveComposing(window: Window): void {
  for (const type of ['keydown', 'keyup', 'keypress'] as const) {
    window.addEventListener(type, (event) => {
      if (event.isComposing || event.key === 'Process' || event.keyCode === TAKEN)
        event.stopImmediatePropagation()
    }, { capture: true })
  }
}
