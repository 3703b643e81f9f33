import { readFile } from 'node:fs/promises'
import { getPosition } from 'suncalc'
import { describe, expect, it } from 'vitest'
import { NIGHT_SHADE, shadeOf } from '../../../../client/wall/unattended/shadeOf.ts'

const BAYANHOT = { lat: 38.841, lng: 105.689 }

const altitude = (time: string) => getPosition(new Date(time), BAYANHOT.lat, BAYANHOT.lng).altitude

describe('the brightness of a wall', () => {
  it('[B6] follows the sun of the place', () => {
    const at = (time: string) => shadeOf('auto', altitude(`2026-11-24T${time}:00+08:00`))
    expect(at('12:45')).toBe(0)
    expect(at('02:00')).toBe(NIGHT_SHADE)
    const dusk = ['17:00', '17:30', '18:00', '18:30', '19:00'].map(at)
    expect(dusk).toEqual([...dusk].sort((a, b) => a - b))
    expect(dusk[0]).toBe(0)
    expect(dusk.at(-1)).toBe(NIGHT_SHADE)
  })

  it('[B6] grows dark so slowly that no step is seen', () => {
    for (const day of ['2026-06-21', '2026-11-24']) {
      const start = Date.parse(`${day}T00:00:00+08:00`)
      let before = NIGHT_SHADE
      for (let minute = 0; minute < 1440; minute++) {
        const shade = shadeOf('auto', altitude(new Date(start + minute * 60_000).toISOString()))
        expect(Math.abs(shade - before)).toBeLessThanOrEqual(0.0101)
        before = shade
      }
    }
  })

  it('[B6] is as it was set, whatever the sun does', () => {
    expect([shadeOf('day', -40), shadeOf('night', 60)]).toEqual([0, NIGHT_SHADE])
  })

  it('[B6] leaves text 4.5:1 and marks 3:1 at its darkest', async () => {
    const tokens = await nightTokens()
    const dark = (name: string) => tokens(name).map(channel => channel * (1 - NIGHT_SHADE))
    const grounds = ['sky', 'panel', 'raise']
    for (const ground of grounds) {
      for (const ink of ['ink0', 'ink1', 'acc', 'sev-2', 'sev-3'])
        expect([ink, ground, contrast(dark(ink), dark(ground)) >= 4.5]).toEqual([ink, ground, true])
      for (const mark of ['sev-1', 'sev-4'])
        expect([mark, ground, contrast(dark(mark), dark(ground)) >= 3]).toEqual([mark, ground, true])
    }
    // Names of scenes and of the land stand on sky alone.
    expect(contrast(dark('ink2'), dark('sky'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(dark('ink0'), dark('alarm'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(dark('ink1'), dark('alarm'))).toBeGreaterThanOrEqual(4.5)
  })
})

async function nightTokens(): Promise<(name: string) => number[]> {
  const css = await readFile(new URL('../../../../client/styles/tokens.css', import.meta.url), 'utf8')
  const night = css.slice(0, css.indexOf('[data-theme='))
  return (name) => {
    const [, hex = ''] = new RegExp(`--${name}: #([0-9a-f]{6})`).exec(night) ?? []
    return [0, 2, 4].map(place => Number.parseInt(hex.slice(place, place + 2), 16))
  }
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: number[], b: number[]): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

function luminance(rgb: number[]): number {
  const [r = 0, g = 0, b = 0] = rgb.map(channel => channel / 255).map(share => share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
