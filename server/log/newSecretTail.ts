import { randomBytes } from 'node:crypto'

/** 256 random bits as text, for what follows the moment in a secret. */
export function newSecretTail(): string {
  return randomBytes(32).toString('base64url')
}
