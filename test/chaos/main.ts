import type { Round } from './Fault.ts'
import { parseArgs } from 'node:util'
import { FAULTS } from './faults.ts'

const { values } = parseArgs({ options: { only: { type: 'string' }, rounds: { type: 'string' } } })
const chosen = FAULTS.filter(({ name }) => values.only === undefined || name === values.only)
if (chosen.length === 0) {
  console.error(`There is no fault ${values.only}; there are ${FAULTS.map(({ name }) => name).join(', ')}.`)
  process.exit(1)
}

const table: string[] = [line('fault', 'rounds', 'survived', 'lost')]
for (const { name, rounds, run } of chosen) {
  const wanted = Number(values.rounds ?? rounds)
  const all: Round[] = []
  try {
    await run(wanted, (round) => {
      all.push(round)
      console.log(`  ${name} ${all.length}: ${round.survived ? 'survived' : 'NOT survived'}, ${round.note}`)
    })
  }
  catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  }
  const survived = all.filter(round => round.survived).length
  const lost = all.reduce((sum, round) => sum + round.lost, 0)
  if (survived < wanted)
    process.exitCode = 1
  table.push(line(name, wanted, survived, lost))
}
console.log(`\n${table.join('\n')}`)

function line(name: string, ...figures: (string | number)[]): string {
  return name.padEnd(24) + figures.map(figure => String(figure).padStart(10)).join('')
}
