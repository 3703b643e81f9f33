import type { Severity } from '../../shared/words/severity.ts'

/** Shape of each severity in a box of 24: diamond, triangle, square, circle. Shape carries what colour cannot. */
export const SEVERITY_PATH: Record<Severity, string> = {
  I: 'M12 1L23 12L12 23L1 12Z',
  II: 'M12 2L23 21.5L1 21.5Z',
  III: 'M2.5 2.5L21.5 2.5L21.5 21.5L2.5 21.5Z',
  IV: 'M12 2A10 10 0 1 1 12 22A10 10 0 1 1 12 2Z',
}

/** Size of each against the others. */
export const SEVERITY_SCALE: Record<Severity, number> = { I: 1.05, II: 0.86, III: 0.66, IV: 0.5 }

/**
 * The glyph of a severity as a path of that extent around a middle. Where many stand it takes the place of a transform: each of
 * those is a node of its own, which the browser sorts into its layers anew whenever anything near it changes its size.
 */
export function glyphPath(severity: Severity, extent: number, x: number, y: number): string {
  const scale = extent / 24
  const place = (number: number, to: number) => Math.round((to + (number - 12) * scale) * 100) / 100
  const length = (number: number) => Math.round(number * scale * 100) / 100
  return SEVERITY_PATH[severity].replaceAll(/([MLA])([\d. ]+)/g, (_, command: string, list: string) => {
    const numbers = list.split(' ').map(Number)
    const end = `${place(numbers.at(-2)!, x)} ${place(numbers.at(-1)!, y)}`
    return command === 'A' ? `A${length(numbers[0]!)} ${length(numbers[1]!)} ${numbers.slice(2, 5).join(' ')} ${end}` : `${command}${end}`
  })
}
