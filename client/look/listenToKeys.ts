import { onScopeDispose } from 'vue'

export interface KeyAction {
  /** `KeyboardEvent.key`, letters small; any of them does it. */
  keys: readonly string[]
  run: (key: string) => void
  /** Also while something lies over the scene. */
  over?: true
}

/**
 * Runs the row that has the key, until the scope ends. Not while somebody writes, not with Ctrl, Alt or Meta (they are the
 * browser's), not what a focused control does itself.
 * @param isCovered whether something lies over the scene: its own keys are then left to that
 */
export function listenToKeys(window: Window, rows: readonly KeyAction[], isCovered: () => boolean): void {
  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isOwn(event))
      return
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const row = rows.find(({ keys, over }) => keys.includes(key) && (over || !isCovered()))
    if (!row)
      return
    event.preventDefault()
    row.run(key)
  }

  window.addEventListener('keydown', onKey)
  onScopeDispose(() => window.removeEventListener('keydown', onKey))
}

/** Whether the focused element takes the key for itself. */
function isOwn({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element))
    return false
  if (target.closest('input, select, textarea, [contenteditable]:not([contenteditable=false])'))
    return true
  return (key === 'Enter' || key === ' ') && target.closest('button, a[href], summary, [role=button]') !== null
}
