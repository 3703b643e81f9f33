import type { Measure } from './Measure.ts'
import { writeFile } from 'node:fs/promises'
import { cpus, loadavg, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { FULL, QUICK } from './Measure.ts'
import { browserGrids } from './measures/browserGrids.ts'
import { browserIdle } from './measures/browserIdle.ts'
import { browserMainThread } from './measures/browserMainThread.ts'
import { checkpointMillion } from './measures/checkpointMillion.ts'
import { deskRows } from './measures/deskRows.ts'
import { engine, guarded } from './measures/escalation.ts'
import { fanout } from './measures/fanout.ts'
import { firstPicture } from './measures/firstPicture.ts'
import { grids, schemaCheck } from './measures/pureFold.ts'
import { largeStates } from './measures/largeStates.ts'
import { replicated } from './measures/replicated.ts'
import { returnAfterCut } from './measures/returnAfterCut.ts'
import { smallLatency } from './measures/smallLatency.ts'
import { printTable } from './printTable.ts'
import { buildChildren } from './processes/buildChildren.ts'

const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' }, quick: { type: 'boolean', default: false } } })
const sizes = values.quick ? QUICK : FULL

console.log(`${cpus().length} cores (${cpus()[0]?.model.trim()}), ${(totalmem() / 2 ** 30).toFixed(1)} GiB, Node ${process.version}, load ${loadavg()[0]!.toFixed(1)} before the start`)
if (values.quick)
  console.log('QUICK: to try the bench itself; the figures mean nothing.')

const files = await buildChildren()
const parts = [fanout(files), smallLatency(files), returnAfterCut(files), checkpointMillion(files), schemaCheck(files), grids(files), engine(files), guarded(files), replicated(files), largeStates(files), browserMainThread(files), browserIdle(files), browserGrids(files), firstPicture(files), deskRows(files)]
const { only } = values
const chosen = only === undefined ? parts : parts.filter(({ names }) => names.some(name => only === name || only.startsWith(`${name}-`) || name.startsWith(`${only}-`)))
if (chosen.length === 0) {
  console.error(`There is no measure ${only}; there are ${parts.flatMap(({ names }) => names).join(', ')}.`)
  process.exit(1)
}

const measures: Measure[] = []
for (const part of chosen) {
  const began = performance.now()
  try {
    measures.push(...await part.run(sizes, line => console.log(`  ${line}`)))
  }
  catch (error) {
    process.exitCode = 1
    console.error(`${part.names.join(', ')} could not be measured: ${error instanceof Error ? error.message : String(error)}`)
  }
  console.log(`${part.names.join(', ')}: ${((performance.now() - began) / 1000).toFixed(0)} s`)
}
printTable(measures, console.log)
if (values.json !== undefined)
  await writeFile(values.json, `${JSON.stringify({ machine: { cores: cpus().length, node: process.version }, measures }, undefined, 2)}\n`)
