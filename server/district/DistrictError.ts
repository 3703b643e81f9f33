import type { DistrictFault } from './DistrictFault.ts'

/** A district that cannot be used. Its message is one sentence for whoever starts the server. */
export class DistrictError extends Error {
  override readonly name = 'DistrictError'
  readonly file: string | undefined
  readonly path: string | undefined
  readonly reason: string

  constructor(readonly dir: string, fault: Partial<DistrictFault> & { reason: string }, readonly faults: readonly DistrictFault[] = []) {
    const place = [fault.file, fault.code === '-' ? undefined : fault.code, fault.path].filter(part => part !== undefined).join(', ')
    const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''
    const fix = faults.length > 0 ? `; npm run district:check -- ${dir} lists every fault` : ''
    super(`The district in ${dir} cannot be used: ${place}${place ? ': ' : ''}${fault.reason}${more}${fix}.`)
    this.file = fault.file
    this.path = fault.path
    this.reason = fault.reason
  }
}
