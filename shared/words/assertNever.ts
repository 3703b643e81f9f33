/** For the last case of a `switch` over a union: a missing case does not compile, and at run time is answered as unhandled. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`)
}
