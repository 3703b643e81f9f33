import { parseArgs } from 'node:util'
import { z } from 'zod'
import { durationMs } from '../../shared/words/time/durationMs.ts'
import { duration, instant } from '../../shared/words/time/timeSchemas.ts'
import { CannotRunError } from './CannotRunError.ts'
import { SCENARIOS } from './day/Scenario.ts'

export const USAGE = `npm run simulate -- [--url http://127.0.0.1:8080 | --redis redis://127.0.0.1:6379]
  --rate 6           events a second on average at speed 1; more than 10 keeps everybody out day and night
  --seed 7           the same seed gives the same days
  --speed 1          so many times faster, from the past up to now, then as time goes
  --scenario day     ${SCENARIOS.join(', ')}
  --backfill PT48H   how much of the past a first run tells at once (with --speed: where it starts, default PT24H)
  --state FILE       go on where the last run with this file ended
  --district DIR     data set, default the demo district
  --until TIME       end at this time of the simulated clock, such as 2026-11-24T18:00:00+08:00
  --count N          end after N events`

const whole = (name: string, least: number, most: number) => z.string().regex(/^\d+$/, `a whole number from ${least} to ${most}`).transform(Number)
  .refine(value => value >= least && value <= most, `a whole number from ${least} to ${most}`).describe(name)

const amount = (least: number, most: number) => z.string().regex(/^\d+(\.\d+)?$/, `a number from ${least} to ${most}`).transform(Number)
  .refine(value => value >= least && value <= most, `a number from ${least} to ${most}`)

const address = (protocols: string[], example: string) => z.string()
  .refine(text => protocols.includes(protocolOf(text)), `an address such as ${example}`)

const schema = z.object({
  'rate': amount(0.1, 10_000).default(6),
  'seed': whole('seed', 0, 4_294_967_295).default(7),
  'speed': amount(1, 3600).default(1),
  'scenario': z.enum(SCENARIOS, `one of ${SCENARIOS.join(', ')}`).default('day'),
  'url': address(['http:', 'https:'], 'http://127.0.0.1:8080').optional(),
  'redis': address(['redis:'], 'redis://127.0.0.1:6379 (TLS is not spoken here)').optional(),
  'district': z.string().min(1, 'a folder').default('server/district/demo/data'),
  'backfill': duration.refine(text => durationMs(text) <= MOST_BACKFILL, 'at most P7D').transform(text => durationMs(text)).optional(),
  'state': z.string().min(1, 'a file').optional(),
  'until': instant.transform(text => Date.parse(text)).optional(),
  'count': whole('count', 1, 1_000_000_000).optional(),
})

const MOST_BACKFILL = 7 * 86_400_000

export type Options = z.infer<typeof schema>

/** Reads the command line. Throws {@link CannotRunError} with one sentence: name, value, what is allowed. */
export function readOptions(args: string[]): Options {
  const options = Object.fromEntries(Object.keys(schema.shape).map(name => [name, { type: 'string' as const }]))
  let values: Record<string, unknown>
  try {
    values = parseArgs({ args, options }).values
  }
  catch (error) {
    throw new CannotRunError(`${error instanceof Error ? error.message.split('. ')[0] : 'Wrong options'}; allowed are ${Object.keys(options).map(name => `--${name}`).join(' ')}.`)
  }
  const result = schema.safeParse(values)
  if (!result.success) {
    const [issue] = result.error.issues
    const name = String(issue?.path[0])
    throw new CannotRunError(`--${name} ${String(values[name])} is not possible; give ${issue?.message}.`)
  }
  if (result.data.url !== undefined && result.data.redis !== undefined)
    throw new CannotRunError('Both --url and --redis are given; choose one of them.')
  return result.data
}

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : ''
}
