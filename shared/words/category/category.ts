import { z } from 'zod'

/**
 * Categories 大类 of incidents with their subcategories 小类. A closed set, because a wall shows the word of the
 * subcategory in place of the caller's free text, which never leaves the desk.
 */
export const SUBCATEGORIES = {
  dispute: ['neighbour-dispute', 'family-dispute', 'wage-dispute', 'land-dispute', 'contract-dispute', 'property-fee-dispute'],
  environment: ['litter', 'rubbish-heap', 'sewage-overflow', 'open-burning', 'noise', 'dead-livestock'],
  facility: ['manhole-cover', 'street-lamp', 'water-pipe', 'heating-pipe', 'road-damage', 'well-frame'],
  livelihood: ['heating-complaint', 'elder-care', 'social-insurance', 'water-supply', 'power-cut', 'medical-aid'],
  safety: ['gas-leak', 'fire-hazard', 'blocked-stairway', 'wall-crack', 'missing-person', 'patrol-sos'],
  grassland: ['pasture-boundary', 'illegal-grazing', 'fence-damage', 'grass-fire', 'rodent-pest', 'sand-burial'],
  traffic: ['illegal-parking', 'blocked-road', 'livestock-on-road', 'broken-signal', 'accident'],
  security: ['theft', 'fraud', 'brawl', 'suspicious-person', 'stray-dog'],
} as const

export type Category = keyof typeof SUBCATEGORIES
export type Subcategory = (typeof SUBCATEGORIES)[Category][number]

export const CATEGORIES = Object.keys(SUBCATEGORIES) as Category[]

export const category = z.enum(CATEGORIES).meta({ id: 'Category', description: 'category 大类 of the matter', example: 'environment' })

const everySubcategory = Object.values(SUBCATEGORIES).flat() as [Subcategory, ...Subcategory[]]

export const subcategory = z.enum(everySubcategory)
  .meta({ id: 'Subcategory', description: 'subcategory 小类 of the matter', example: 'manhole-cover' })
