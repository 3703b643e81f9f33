import type { ToneName } from './tones.ts'
import { defineStore } from 'pinia'
import { shallowReadonly, shallowRef } from 'vue'
import { TONES } from './tones.ts'

/** `locked` until the browser has seen a person's hand; `absent` where it cannot sound. */
export type BellState = 'locked' | 'ready' | 'absent'

/** A beep neither begins nor ends with a click. */
const EDGE_S = 0.012

/** The desk's voice: tones made here, of no file. */
export const useBell = defineStore('desk-bell', () => {
  const state = shallowRef<BellState>('locked')
  let audio: AudioContext | undefined

  function look(): void {
    if (audio)
      state.value = audio.state === 'running' ? 'ready' : 'locked'
  }

  /** To be called at a person's first key or touch: before it the browser lets nothing sound. */
  async function unlock(open: () => AudioContext): Promise<void> {
    try {
      if (!audio) {
        audio = open()
        audio.onstatechange = look
      }
      await audio.resume()
      look()
    }
    catch {
      state.value = 'absent'
    }
  }

  /** @param volume 0–1 @returns whether it sounds */
  function play(tone: ToneName, volume: number): boolean {
    if (!audio || state.value !== 'ready' || volume <= 0)
      return false
    const out = audio.createGain()
    out.gain.value = volume ** 2
    out.connect(audio.destination)
    const from = audio.currentTime
    for (const { at, lasts, hertz } of TONES[tone]) {
      const [voice, shape] = [audio.createOscillator(), audio.createGain()]
      voice.type = 'triangle'
      voice.frequency.value = hertz
      shape.gain.setValueAtTime(0, from + at)
      shape.gain.linearRampToValueAtTime(1, from + at + EDGE_S)
      shape.gain.setValueAtTime(1, from + at + lasts - EDGE_S)
      shape.gain.linearRampToValueAtTime(0, from + at + lasts)
      voice.connect(shape).connect(out)
      voice.start(from + at)
      voice.stop(from + at + lasts)
    }
    return true
  }

  return { state: shallowReadonly(state), unlock, play }
})
