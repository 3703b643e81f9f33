/** A name in a language; Chinese where it has no English. */
export function nameIn({ zh, en }: { zh: string; en?: string | undefined }, locale: 'zh' | 'en'): string {
  return (locale === 'en' ? en : undefined) ?? zh
}
