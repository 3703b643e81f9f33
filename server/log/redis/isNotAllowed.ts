const NOT_ALLOWED = /^(?:NOPERM|NOAUTH|WRONGPASS)\b|The user executing the script can't/

/** Whether Redis says that who asks may not: another user, password or permission is needed. */
export function isNotAllowed(reply: string): boolean {
  return NOT_ALLOWED.test(reply)
}
