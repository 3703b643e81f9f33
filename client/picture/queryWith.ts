import type { LocationQueryRaw, Router } from 'vue-router'

/**
 * The query in the address bar with another part of it: what stands there under other names than `own` stays. By name, so that
 * two who each write a part of one address agree on the whole.
 */
export function queryWith(router: Router, own: readonly string[], written: LocationQueryRaw): LocationQueryRaw {
  const others = Object.entries(router.currentRoute.value.query).filter(([name]) => !own.includes(name))
  return Object.fromEntries([...others, ...Object.entries(written)].sort(([a], [b]) => a < b ? -1 : 1))
}
