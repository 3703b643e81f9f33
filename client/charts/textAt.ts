import type { SceneTheme } from '../look/sceneTheme.ts'

export interface TextLook {
  /** Wall px. */
  size: number
  weight?: number
  fill: string
  align?: 'left' | 'right' | 'center'
  /** Default: the font of numbers. */
  family?: string
}

/** A text of a custom series, centred on `y`. */
export function textAt(text: string, x: number, y: number, { size, weight = 400, fill, align = 'left', family }: TextLook, { scale, textFactor, num }: SceneTheme) {
  return { type: 'text' as const, style: { text, x, y, fill, font: `${weight} ${size * scale * textFactor}px ${family ?? num}`, align, verticalAlign: 'middle' as const } }
}
