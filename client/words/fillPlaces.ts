/** Puts named values into the `{places}` of a text. */
export function fillPlaces(text: string, named: (place: string) => unknown): string {
  return text.replace(/\{(\w+)\}/g, (_, place: string) => String(named(place)))
}
