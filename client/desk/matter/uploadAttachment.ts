import { z } from 'zod'
import { pageBase } from '../../base/pageBase.ts'

/** Why a file was not attached; `cut` where no answer came. */
export type UploadFault = 'tooLarge' | 'tooMany' | 'badType' | 'broken' | 'full' | 'cut' | 'refused'

const FAULT_OF: Readonly<Record<number, UploadFault>> = { 409: 'tooMany', 413: 'tooLarge', 415: 'badType', 422: 'broken', 429: 'tooMany', 507: 'full' }
const PATIENCE_MS = 120_000
const problem = z.object({ reason: z.string().optional() })

interface Upload {
  matter: string
  actor: string
  /** Id of the command, made once: sent again, the file is attached once. */
  command: string
  file: Blob
}

/** Attaches a file to a matter (D1–D3). The same file sent again is one. @returns why not, or undefined when it is attached */
export async function uploadAttachment({ matter, actor, command, file }: Upload): Promise<UploadFault | undefined> {
  try {
    const answer = await fetch(`${filesOf(matter)}?${new URLSearchParams({ audience: 'desk', actor, command })}`, {
      method: 'POST',
      headers: { 'content-type': file.type || 'application/octet-stream' },
      body: file,
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (answer.ok)
      return undefined
    const { reason } = problem.safeParse(await answer.json().catch(() => ({}))).data ?? {}
    return reason === 'nothing-changes' ? undefined : reason === 'too-large' ? 'tooLarge' : FAULT_OF[answer.status] ?? 'refused'
  }
  catch {
    return 'cut'
  }
}

/** Where an attachment is read. */
export function attachmentHref(matter: string, id: string): string {
  return `${filesOf(matter)}/${id}?audience=desk`
}

function filesOf(matter: string): string {
  return new URL(`api/v1/incidents/${encodeURIComponent(matter)}/attachments`, pageBase()).href
}
