import { mix32 } from '../../../../../shared/words/hash32.ts'

/** Smooth noise in [-1, 1] over a plane, three octaves; `wavelength` in the units of x and y. */
export function noise(x: number, y: number, wavelength: number, seed: number): number {
  let sum = 0
  let weight = 1
  for (let octave = 0; octave < 3; octave++) {
    const scale = 2 ** octave / wavelength
    sum += weight * valueNoise(x * scale, y * scale, seed + octave * 101)
    weight /= 2
  }
  return sum / 1.75
}

function valueNoise(x: number, y: number, seed: number): number {
  const left = Math.floor(x)
  const low = Math.floor(y)
  const u = ease(x - left)
  const v = ease(y - low)
  const lower = mix(lattice(left, low, seed), lattice(left + 1, low, seed), u)
  const upper = mix(lattice(left, low + 1, seed), lattice(left + 1, low + 1, seed), u)
  return mix(lower, upper, v)
}

function lattice(x: number, y: number, seed: number): number {
  return mix32(Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(seed, 974634777)) / 0x8000_0000 - 1
}

function ease(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10)
}

function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t
}
