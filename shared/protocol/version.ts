/**
 * Version of the wire. A change that an older client or server would misread moves it, and `test/shared/protocol/version.test.ts`
 * then holds the new pair of version and hash.
 * 1: first. Since then, without moving it: event types of desk and engine, the message `command`, and what desks and named walls say (`presence`, `wall`, `drive`, `officers`, `walls`, `show`).
 */
export const PROTOCOL_VERSION = 1
