import type { Category, Subcategory } from '../../../shared/words/category/category.ts'
import { CATEGORIES, SUBCATEGORIES } from '../../../shared/words/category/category.ts'
import { categoryNamesEn } from '../../../shared/words/category/categoryNamesEn.ts'
import { categoryNamesZh } from '../../../shared/words/category/categoryNamesZh.ts'

/** What may be asked for over Open311: a subcategory, or a category where none of its subcategories fits. */
export interface Service {
  code: string
  category: Category
  subcategory?: Subcategory
}

const NAMES = { zh: categoryNamesZh, en: categoryNamesEn }

/** A way of the workers alone: nobody outside raises it. */
const NOT_OFFERED: ReadonlySet<string> = new Set<Subcategory>(['patrol-sos'])

/** Every service by its `service_code`. */
export const SERVICES: ReadonlyMap<string, Service> = new Map(CATEGORIES.flatMap(category => [
  { code: category, category },
  ...SUBCATEGORIES[category].map(subcategory => ({ code: subcategory, category, subcategory })),
]).filter(({ code }) => !NOT_OFFERED.has(code)).map(service => [service.code, service]))

/** The code under which a matter is shown, whoever reported it. */
export function serviceCodeOf({ category, subcategory }: { category: Category; subcategory?: Subcategory | undefined }): string {
  return subcategory ?? category
}

/** A service as `GET services` gives it, in the reader's language. */
export function toService({ code, category }: Service, language: 'zh' | 'en'): Record<string, string | boolean> {
  const group = NAMES[language].of[category]
  return {
    service_code: code,
    service_name: serviceName(code, language),
    description: code === category ? group : `${group} · ${serviceName(code, language)}`,
    metadata: false,
    type: 'realtime',
    keywords: [category, ...(code === category ? [] : [code])].join(','),
    group,
  }
}

export function serviceName(code: string, language: 'zh' | 'en'): string {
  const { of, sub } = NAMES[language]
  return code in of ? of[code as Category] : sub[code as Subcategory]
}
