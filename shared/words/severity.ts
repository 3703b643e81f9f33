import { z } from 'zod'

/** Severity of an incident, gravest first: I 特别重大, II 重大, III 较大, IV 一般. */
export const SEVERITIES = ['I', 'II', 'III', 'IV'] as const

export const severity = z.enum(SEVERITIES).meta({ id: 'Severity', description: 'I 特别重大, II 重大, III 较大, IV 一般', example: 'IV' })

export type Severity = z.infer<typeof severity>

/** I and II: what is never one of many. */
export function isGrave(severity: Severity): boolean {
  return severity === 'I' || severity === 'II'
}
