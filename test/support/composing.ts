import type { CDPSession, Page } from 'playwright-core'

/** `keyCode` under which a browser hands a page the keys that an input method took. */
const TAKEN = 229

/** Types as somebody does who writes Chinese: Latin letters are composed, the input method offers, a key confirms. */
export class Composing {
  private constructor(private readonly cdp: CDPSession) {}

  static async on(page: Page): Promise<Composing> {
    return new Composing(await page.context().newCDPSession(page))
  }

  /** Composes letters and leaves them half done. */
  async compose(letters: string): Promise<void> {
    for (let length = 1; length <= letters.length; length++) {
      await this.taken(`Key${letters[length - 1]!.toUpperCase()}`)
      await this.cdp.send('Input.imeSetComposition', { text: letters.slice(0, length), selectionStart: length, selectionEnd: length })
    }
  }

  /** A key that chooses among what is offered. Some systems name Enter to the page all the same, as a key of a text that is being composed. */
  async choose(code: string): Promise<void> {
    await this.taken(code)
    if (code !== 'Enter')
      return
    for (const type of ['rawKeyDown', 'keyUp'] as const)
      await this.cdp.send('Input.dispatchKeyEvent', { type, key: code, code, windowsVirtualKeyCode: 13 })
  }

  /** Confirms: what was composed becomes this text. */
  async confirm(text: string): Promise<void> {
    await this.taken('Enter')
    await this.cdp.send('Input.insertText', { text })
  }

  private async taken(code: string): Promise<void> {
    for (const type of ['rawKeyDown', 'keyUp'] as const)
      await this.cdp.send('Input.dispatchKeyEvent', { type, key: 'Process', code, windowsVirtualKeyCode: TAKEN })
  }
}
