/** The keys of one district. Its code is the hash tag, so all of them lie in one slot of a cluster. */
export class RedisKeys {
  readonly #tag: string
  readonly epoch: string
  /** What is written to learn whether anything can be. */
  readonly probe: string
  /** Sorted set of names by `at`, hash of heads as JSON, hash of bodies. */
  readonly checkpoints: readonly [order: string, heads: string, bodies: string]

  constructor(districtCode: string) {
    this.#tag = `{${districtCode}}`
    this.epoch = `${this.#tag}:log:epoch`
    this.probe = `${this.#tag}:log:probe`
    const checkpoints = `${this.#tag}:log:checkpoint`
    this.checkpoints = [`${checkpoints}s`, `${checkpoints}-heads`, `${checkpoints}-bodies`]
  }

  /** Holds nothing. */
  get unused(): string {
    return `${this.#tag}:log:unused`
  }

  stream(name: string): string {
    return `${this.#tag}:${name}`
  }

  /** A pattern for the keys of all streams, and of more. */
  get all(): string {
    return `${this.#tag}:*`
  }

  streamOf(key: string): string {
    return key.slice(this.#tag.length + 1)
  }

  /** Before which entry a stream was trimmed. */
  trimmed(name: string): string {
    return `${this.#tag}:log:trimmed:${name}`
  }

  identity(identity: string): string {
    return `${this.#tag}:log:seen:${identity}`
  }

  secret(name: string): string {
    return `${this.#tag}:log:secret:${name}`
  }

  lease(name: string): string {
    return `${this.#tag}:log:lease:${name}`
  }
}
