import type { z } from 'zod'
import type { targetsFile } from './targetsFile.ts'

/** An address that is told of events, with the secret that signs what is sent there. */
export type Target = Omit<z.infer<typeof targetsFile>['targets'][number], 'secretEnv' | 'secretFile'> & { secret: string }
