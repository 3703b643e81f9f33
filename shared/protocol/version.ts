/**
 * Version of the wire. A change that an older client or server would misread moves it, and `test/shared/protocol/version.test.ts`
 * then holds the new pair of version and hash.
 * 1: first.
 */
export const PROTOCOL_VERSION = 1
