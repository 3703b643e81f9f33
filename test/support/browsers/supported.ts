/** The oldest browsers that the screens are built for; README says the same, and `vite.config.ts` builds for them. */
export const supported = { chrome: 108, firefox: 153 } as const
