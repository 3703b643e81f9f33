/** Full-width digits and letters, as an input method writes them, as their half-width twins; everything else stays. */
export function halfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, letter => String.fromCharCode(letter.charCodeAt(0) - 0xFEE0))
}
