import { LogUnavailableError } from './LogUnavailableError.ts'

/** So many answers in a row must come before more is asked for again. */
const CALM = 4

/** How much is asked of the log at once: half of it after an answer that did not come in time, more again after some that did (R23). */
export class Bound {
  /** Never more than `most`, nor less than `least`. */
  now: number
  private calm = 0

  constructor(private readonly least: number, private readonly most: number) {
    this.now = most
  }

  /** For whoever asks again by itself. @throws LogUnavailableError */
  async once<T>(ask: (most: number) => Promise<T>): Promise<T> {
    try {
      const answer = await ask(this.now)
      if (++this.calm >= CALM) {
        this.calm = 0
        this.now = Math.min(this.most, this.now * 2)
      }
      return answer
    }
    catch (error) {
      if (error instanceof LogUnavailableError) {
        this.calm = 0
        this.now = Math.max(this.least, Math.floor(this.now / 2))
      }
      throw error
    }
  }

  /** Asks for less until it comes. @throws LogUnavailableError if even the least does not */
  async untilItComes<T>(ask: (most: number) => Promise<T>): Promise<T> {
    for (;;) {
      const { now } = this
      try {
        return await this.once(ask)
      }
      catch (error) {
        if (!(error instanceof LogUnavailableError) || now === this.least)
          throw error
      }
    }
  }
}
