/** LOOKS 8, against burn-in: once round about the place of rest, whole px, one step at a time. */
const ROUND = [
  { x: 0, y: 0 },
  { x: 2, y: 0 },
  { x: 2, y: 2 },
  { x: 0, y: 2 },
  { x: -2, y: 2 },
  { x: -2, y: 0 },
  { x: -2, y: -2 },
  { x: 0, y: -2 },
] as const

const STEP_MS = 600_000

/** How far the whole picture stands from its place at a moment, px; the same on all screens that share a clock. */
export function pixelShift(ms: number): { x: number; y: number } {
  return ROUND[Math.floor(ms / STEP_MS) % ROUND.length]!
}
