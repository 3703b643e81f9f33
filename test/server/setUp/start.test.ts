import type { Checkout, Started } from './checkout.ts'
import { describe, expect, it } from 'vitest'
import { waitFor } from '../../support/waitFor.ts'
import { checkout } from './checkout.ts'

describe('npm start', () => {
  it('builds, serves, simulates; ends all of it on SIGTERM with exit 0', async () => {
    await using place = await checkout()
    const run = place.start()
    const pids = await living(place, run)
    expect(await place.read('builds.txt')).toBe('client\nserver\nfold\n')
    expect(await place.read('data/logs/simulator.log')).toMatch(/--url http:\/\/127\.0\.0\.1:\d+ --backfill PT48H --seed 7 --speed 1 --state .*data\/simulator-embedded\.json/)
    run.child.kill('SIGTERM')
    expect(await run.ended).toBe(0)
    expect(pids.filter(alive)).toEqual([])
  })

  it('ends the same way on Ctrl-C', async () => {
    await using place = await checkout()
    const run = place.start()
    await living(place, run)
    run.child.kill('SIGINT')
    expect(await run.ended).toBe(0)
  })

  it('builds only what is out of date', async () => {
    await using place = await checkout()
    const run = place.start()
    await living(place, run)
    run.child.kill('SIGTERM')
    await run.ended

    await place.write('client/index.html', 'changed')
    const again = place.start()
    await living(place, again)
    expect(await place.read('builds.txt')).toBe('client\nserver\nfold\nclient\n')
  })

  it('leaves the server\'s sentence alone on the screen and exits as it did', async () => {
    await using place = await checkout()
    const run = place.start({ REFUSE: '1' })
    expect(await run.ended).toBe(3)
    expect(run.screen().split('\n').filter(line => line && !line.startsWith('Building'))).toEqual(['A sentence with the fix.'])
    expect(await place.read('data/logs/simulator.log')).toBe('')
  })

  it('takes the children along when it is killed itself', async () => {
    await using place = await checkout()
    const run = place.start()
    const pids = await living(place, run)
    run.child.kill('SIGKILL')
    await waitFor('both children to end', () => !pids.some(alive), 10_000, () => pids.filter(alive))
  })

  it('starts a simulator again that died', async () => {
    await using place = await checkout()
    const run = place.start()
    const [, first = 0] = await living(place, run)
    process.kill(first, 'SIGKILL')
    await waitFor('a second simulator', async () => (await simulators(place)).length === 2, 10_000, run.screen)
    expect(run.screen()).toContain('The simulator stopped (SIGKILL) and starts again in 1 s')
  })

  it.each([
    [{ SIMULATOR: 'off' }],
    [{ DISTRICT_DIR: '/some/district' }],
  ])('has no simulator with %o', async (env) => {
    await using place = await checkout()
    const run = place.start(env)
    await waitFor('the server', () => /^server \d+$/m.test(run.screen()), 10_000, run.screen)
    run.child.kill('SIGTERM')
    expect(await run.ended).toBe(0)
    expect(await simulators(place)).toEqual([])
  })

  it('says in words what a failed build was', async () => {
    await using place = await checkout()
    await place.write('node_modules/vite/bin/vite.js', 'console.error("no such import"); process.exit(1)')
    const run = place.start()
    expect(await run.ended).toBe(1)
    expect(run.screen()).toContain('Building the screens failed:\n\nno such import')
  })
})

/** Process ids of server and simulator once both are up. */
async function living(place: Checkout, run: Started): Promise<number[]> {
  const server = await waitFor('the server', () => /^server (\d+)$/m.exec(run.screen())?.[1], 10_000, run.screen)
  const simulator = await waitFor('the simulator', async () => (await simulators(place))[0], 10_000, run.screen)
  return [Number(server), simulator]
}

async function simulators(place: Checkout): Promise<number[]> {
  return [...(await place.read('data/logs/simulator.log')).matchAll(/^simulator (\d+)/gm)].map(([, pid]) => Number(pid))
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  }
  catch {
    return false
  }
}
