/** Wanted area of each town's land in km², shaped after what is publicly known of its size; shares, scaled to the whole. */
export const TOWN_AREAS: Record<string, number> = {
  152921102: 3400,
  152921105: 3300,
  152921110: 8200,
  152921111: 3400,
  152921112: 10600,
  152921113: 2900,
  152921114: 6200,
  152921115: 5200,
  152921203: 2000,
  152921213: 7800,
  152921214: 10600,
  152921215: 6600,
  152921216: 7800,
  152921217: 4600,
}
