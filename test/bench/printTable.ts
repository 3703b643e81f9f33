import type { Measure } from './Measure.ts'

/** A line a measure, then its peers and note below it. */
export function printTable(measures: readonly Measure[], print: (line: string) => void): void {
  print('')
  print(`${'measure'.padEnd(28)}${'ours'.padStart(12)}  ${'unit'.padEnd(22)}${'ratio'.padStart(9)}  ${'target'.padEnd(36)}holds`)
  for (const { name, ours, unit, ratio, target, holds, peers, note } of measures) {
    print(`${name.padEnd(28)}${figure(ours).padStart(12)}  ${unit.padEnd(22)}${figure(ratio).padStart(9)}  ${target.padEnd(36)}${holds ? 'yes' : 'NO'}`)
    print(`    ${Object.entries(peers).map(([peer, value]) => `${peer} ${figure(value)}`).join(' · ')}`)
    print(`    ${note}`)
  }
  print('')
}

function figure(value: number): string {
  if (!Number.isFinite(value))
    return '–'
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
