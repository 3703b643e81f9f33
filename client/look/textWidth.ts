/** Width of a text of `size` wall px, roughly: ideographs are square, letters about half as wide. */
export function textWidth(text: string, size: number): number {
  return [...text].reduce((sum, char) => sum + (char.codePointAt(0)! > 0x2E80 ? size : size * 0.55), 0)
}
