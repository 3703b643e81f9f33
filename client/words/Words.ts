declare const PLACES: unique symbol

/** A text with `{places}` that wait for values: nothing can be shown of it before `say` has filled them. */
export interface Open<P extends string> {
  readonly [PLACES]: P
}

/** The names of a text's `{places}`. */
type PlacesOf<T extends string> = T extends `${string}{${infer P}}${infer Rest}` ? P | PlacesOf<Rest> : never

/** A text as a screen has it: a string, or one that is still open. */
type TextOf<T extends string> = [PlacesOf<T>] extends [never] ? string : Open<PlacesOf<T>>

/** Texts as screens have them, whatever the language. @template Z the Chinese ones, which are written first and give keys and places; `as const` */
export type Words<Z> = { readonly [K in keyof Z]: Z[K] extends string ? TextOf<Z[K]> : Words<Z[K]> }

type Same<A, B> = [A] extends [B] ? [B] extends [A] ? true : false : false

/** What a text of another language must be: any that has the same places. */
type Translation<Z extends string, E> = E extends string ? Same<PlacesOf<Z>, PlacesOf<E>> extends true ? string : Open<PlacesOf<Z>> : string

/** What the texts `E` of another language must be: all keys of `Z`, no other, and the same places in each. */
export type InWordsOf<Z, E> =
  & { readonly [K in keyof Z]: Z[K] extends string ? Translation<Z[K], K extends keyof E ? E[K] : unknown> : InWordsOf<Z[K], K extends keyof E ? E[K] : unknown> }
  & { readonly [K in Exclude<keyof E, keyof Z>]: never }

/** What texts that stand in place of some of `Z` must be: no key that `Z` lacks, and the same places in each. */
export type SomeWordsOf<Z, O> = { readonly [K in keyof O]: K extends keyof Z ? Z[K] extends string ? Translation<Z[K], O[K]> : SomeWordsOf<Z[K], O[K]> : never }
