const FULL = new Set(['ENOSPC', 'EDQUOT'])

/** Whether the file system refused because it has no room: the disk is full, or the quota is used up. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && FULL.has(String(error.code))
}
