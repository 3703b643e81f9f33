import type { IConfiguration, ICruiseResult, IFlattenedRuleSet } from 'dependency-cruiser'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { cruise } from 'dependency-cruiser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import configuration from '../.dependency-cruiser.js'

/** A file, what it imports, and the rule that must complain. */
const forbidden: [from: string, to: string, rule: string][] = [
  ...againstTheFlow('shared', [['words'], ['events', 'domain'], ['kernel'], ['families'], ['state'], ['commands', 'indicators', 'audience'], ['protocol']]),
  ...againstTheFlow('server', [['config', 'district'], ['log'], ['ingest', 'read', 'attachments', 'tenure'], ['projection'], ['commands', 'escalation'], ['desk'], ['fanout', 'webhooks'], ['http'], ['start']]),
  ...againstTheFlow('client', [['base', 'styles'], ['link', 'words', 'look'], ['picture'], ['charts', 'map'], ['wall', 'desk'], ['dev']]),
  ['shared/families/incident/f25.ts', 'shared/families/patrol/x.ts', 'families-are-blind-to-each-other'],
  ['shared/families/patrol/f26.ts', 'shared/state/State.ts', 'shared-families-sees-left-only'],
  ['shared/domain/f1.ts', 'server/log/x.ts', 'shared-stands-alone'],
  ['shared/domain/f2.ts', 'client/link/x.ts', 'shared-stands-alone'],
  ['shared/domain/f3.ts', 'pinia', 'shared-uses-zod-alone'],
  ['shared/domain/f4.ts', 'node:fs', 'shared-has-no-node'],
  ['server/log/f5.ts', 'client/link/x.ts', 'server-not-client'],
  ['server/log/f6.ts', 'test/x.ts', 'server-not-client'],
  ['server/log/f7.ts', 'server/startServer.ts', 'server-wiring-is-last'],
  ['server/startServer.ts', 'server/main.ts', 'server-wiring-is-last'],
  ['server/simulator/f8.ts', 'server/log/x.ts', 'simulator-sees-shared-alone'],
  ['server/log/f9.ts', 'server/simulator/x.ts', 'nothing-sees-the-simulator'],
  ['server/log/f10.ts', 'pinia', 'server-without-devDependencies'],
  ['server/district/f23.ts', 'server/district/demo/make/x.ts', 'nothing-sees-the-maker'],
  ['client/link/f11.ts', 'server/log/x.ts', 'client-not-server'],
  ['client/link/f12.ts', 'node:fs', 'client-has-no-node'],
  ['client/link/f13.ts', 'client/main.ts', 'client-main-is-last'],
  ['client/wall/f25.ts', 'client/App.vue', 'client-main-is-last'],
  ['client/map/layers/f14.ts', 'client/picture/x.ts', 'map-layers-know-no-store'],
  ['client/map/overlay/f24.ts', 'pinia', 'map-layers-know-no-store'],
  ['client/link/f15.ts', 'socket.io-client', 'socket\\.io-client-has-one-owner'],
  ['client/map/layers/f16.ts', 'mapbox-gl', 'mapbox-gl-has-one-owner'],
  ['client/map/layers/f17.ts', 'maplibre-gl', 'maplibre-gl-has-one-owner'],
  ['server/log/embedded/f18.ts', 'ioredis', 'ioredis-has-one-owner'],
  ['server/log/redis/f19.ts', 'lmdb', 'lmdb-has-one-owner'],
  ['server/ingest/f20.ts', 'express', 'express-has-one-owner'],
  ['server/log/loop.ts', 'server/log/pool.ts', 'no-cycles'],
  ['server/log/f21.ts', 'server/log/index.ts', 'no-barrels'],
  ['server/log/f22.ts', './nowhere.ts', 'no-unresolved'],
]

const allowed: [from: string, to: string][] = [
  ['shared/protocol/g1.ts', 'shared/kernel/x.ts'],
  ['shared/kernel/g2.ts', 'zod'],
  ['shared/families/incident/reading/g11.ts', 'shared/families/incident/x.ts'],
  ['server/http/g3.ts', 'server/log/x.ts'],
  ['server/http/g4.ts', 'express'],
  ['server/log/redis/g5.ts', 'ioredis'],
  ['server/log/embedded/g6.ts', 'lmdb'],
  ['server/main.ts', 'server/startServer.ts'],
  ['server/simulator/g7.ts', 'shared/words/x.ts'],
  ['server/district/demo/make/g10.ts', 'pinia'],
  ['client/link/socket.ts', 'socket.io-client'],
  ['client/map/MapEngine.ts', 'maplibre-gl'],
  ['client/map/engines/g8.ts', 'mapbox-gl'],
  ['client/wall/g9.ts', 'client/picture/x.ts'],
  ['server/log/pool.ts', 'server/log/loop.ts'],
]

const packages = { dependencies: ['zod', 'express', 'ioredis', 'lmdb'], devDependencies: ['pinia', 'socket.io-client', 'mapbox-gl', 'maplibre-gl'] }

describe('the import arrows', () => {
  let folder: string
  let violations: ICruiseResult['summary']['violations']

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wangge-arrows-'))
    await writeTree(folder)
    violations = await violationsIn(folder)
  })

  afterAll(() => rm(folder, { recursive: true, force: true }))

  it.each(forbidden)('refuse %s → %s (%s)', (from, _to, rule) => {
    expect(violations.filter(violation => violation.from === from).map(violation => violation.rule.name)).toContain(rule)
  })

  it.each(allowed)('let %s → %s pass', (from) => {
    expect(violations.filter(violation => violation.from === from && violation.rule.name !== 'no-cycles')).toEqual([])
  })

  it('leave no rule without a forbidden arrow here', () => {
    const fed = new Set(forbidden.map(([, , rule]) => rule))
    expect(rules().map(rule => rule.name).filter(name => !fed.has(name ?? ''))).toEqual([])
  })
})

/** Every import from a folder to one of its own stage or of a later one. */
function againstTheFlow(root: string, stages: string[][]): [string, string, string][] {
  return stages.flatMap((stage, i) => stage.flatMap(folder =>
    stages.slice(i).flat().filter(other => other !== folder).map(other =>
      [`${root}/${folder}/to-${other}.ts`, `${root}/${other}/x.ts`, `${root}-${folder}-sees-left-only`] as [string, string, string])))
}

/** Files that each hold their one import, the packages they name, and an empty file for each other target. */
async function writeTree(folder: string): Promise<void> {
  const arrows = [...forbidden, ...allowed]
  const targets = arrows.map(([, to]) => to).filter(to => to.includes('/') && !to.startsWith('.'))
  const texts = new Map(targets.map(to => [to, 'export const x = 1\n']))
  for (const [from, to] of arrows)
    texts.set(from, `${texts.get(from) ?? 'export const x = 1\n'}import { x as y } from '${specifier(from, to)}'\nexport { y }\n`)
  texts.set('package.json', JSON.stringify({
    type: 'module',
    dependencies: versions(packages.dependencies),
    devDependencies: versions(packages.devDependencies),
  }))
  for (const name of [...packages.dependencies, ...packages.devDependencies]) {
    texts.set(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', type: 'module', exports: './main.js' }))
    texts.set(`node_modules/${name}/main.js`, 'export const x = 1\n')
  }
  for (const [file, text] of texts) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), text)
  }
}

async function violationsIn(folder: string): Promise<ICruiseResult['summary']['violations']> {
  const { tsConfig: _, ...options } = (configuration as IConfiguration).options ?? {}
  const { output } = await cruise(
    ['server', 'client', 'shared'],
    { ...options, baseDir: folder, validate: true, ruleSet: { forbidden: rules() } },
    options.enhancedResolveOptions,
  )
  if (typeof output === 'string')
    throw new Error(output)
  return output.summary.violations
}

function rules(): NonNullable<IFlattenedRuleSet['forbidden']> {
  return (configuration as IFlattenedRuleSet).forbidden ?? []
}

function specifier(from: string, to: string): string {
  if (!to.includes('/') || to.startsWith('.'))
    return to
  const path = relative(dirname(from), to)
  return path.startsWith('.') ? path : `./${path}`
}

function versions(names: string[]): Record<string, string> {
  return Object.fromEntries(names.map(name => [name, '1.0.0']))
}
