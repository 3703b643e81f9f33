import type zh from './zh.ts'

/** The same keys with texts of another language. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> }

/** Every text of the screen, by area; Chinese is written first and gives the keys. */
export type Messages = Words<typeof zh>
