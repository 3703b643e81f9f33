import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { createRouter, createWebHistory } from 'vue-router'
import App from './App.vue'
import { afterPaint } from './picture/schedule/afterPaint.ts'
import { createSchedule, SCHEDULE } from './picture/schedule/schedule.ts'
import { followAddress } from './picture/followAddress.ts'
import { fetchDistrict } from './link/fetchDistrict.ts'
import { stateFrom, stateHref } from './link/fetchState.ts'
import { listenToPage } from './link/listenToPage.ts'
import { loadPageAnew } from './link/loadPageAnew.ts'
import { leaveComposing } from './look/leaveComposing.ts'
import { pageBase } from './base/pageBase.ts'
import { Reloader } from './link/Reloader.ts'
import { MACHINE } from './base/useMachine.ts'
import { machine } from './machine.ts'
import { ServerClock } from './link/ServerClock.ts'
import { untilItComes } from './base/untilItComes.ts'
import { DESK_PATH, routes } from './routes.ts'
import { useClock } from './picture/clock.ts'
import { useDistrict } from './base/district.ts'
import { useLink } from './picture/link.ts'
import { useProjection } from './picture/projection.ts'
import { useSession } from './base/session.ts'
import { useTalk } from './picture/talk.ts'
import './styles/fonts.ts'
import './styles/tokens.css'
import './styles/type.css'
import './styles/base.css'

// zod comes in later chunks, and would try whether it may compile code: the page's policy forbids that, and reports it.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

const base = pageBase()
const { pathname } = new URL(base)

const app = createApp(App)
app.provide(MACHINE, machine)
app.use(createPinia())
const session = useSession()
if (DESK_PATH.test(window.location.pathname.slice(pathname.length - 1)))
  session.audience = 'desk'
const router = createRouter({ history: createWebHistory(pathname), routes })
followAddress(router, new URLSearchParams(window.location.search))
app.use(router)
router.beforeEach((to, from) => {
  // Between wall and desk the page loads anew: they are of two audiences.
  if (from.matched.length === 0 || (to.meta.desk ?? false) === (session.audience === 'desk'))
    return true
  window.location.assign(router.resolve(to).href)
  return false
})

const projection = useProjection()
const district = useDistrict()
const link = useLink()
const talk = useTalk()
const clock = useClock()
app.provide(SCHEDULE, createSchedule({ onPublish: projection.onPublish, clock, timers: machine, frameCost: tell => afterPaint(began => tell(performance.now() - began)) }))

const serverClock = new ServerClock(machine.now)
clock.followServer(serverClock)
const reloader = new Reloader(window.sessionStorage, () => void loadPageAnew(window), machine, machine.chance)
link.reloadedBecause = reloader.reason()

// A part of the page is not there any more (a newer build), or could not be got.
window.addEventListener('vite:preloadError', () => reloader.later('other-build'))

leaveComposing(window)
app.mount('#app')
const story = import.meta.env.DEV && /^\/dev\/states\/([\w-]+)$/.exec(window.location.pathname)?.[1]
if (story)
  void import('./dev/openStory.ts').then(({ openStory }) => openStory(story, base))
else
  void start()

async function start(): Promise<void> {
  // Fold, link, wire and schemas come while the district is fetched, so that the page stands before them.
  const parts = Promise.all([import('./picture/folding.ts'), import('./link/startLink.ts'), import('./link/socket.ts'), import('./link/isForeign.ts')])
  const resource = await untilItComes(signal => fetchDistrict(base, session.audience, signal), machine, link.unreachable)
  district.load(resource)
  const [{ folding }, { startLink }, { socketTo }, { isForeign }] = await parts
  if (session.audience === 'desk')
    void loadDesk()
  projection.foldBy(folding)
  if (session.at !== undefined)
    return showPast(session.at, resource.code)
  const running = startLink({
    scope: { audience: session.audience, region: resource.code },
    target: {
      ...projection,
      // Another data set is as another fold: names and grids on this page would not fit.
      applyState: state => state.state.basis.version === resource.version ? projection.applyState(state) : 'other-fold',
    },
    report: link.report,
    said: talk.said,
    openSocket: socketTo(base),
    fetchState: stateFrom(base),
    isForeign: () => isForeign(base),
    clock: serverClock,
    timers: machine,
    chance: machine.chance,
    reloader,
  })
  talk.follow(running)
  listenToPage(running, window)
}

/** What the district keeps for its desk alone; a wall never asks for it. */
async function loadDesk(): Promise<void> {
  const [{ fetchDesk }, { useDeskDistrict }] = await Promise.all([import('./desk/top/fetchDesk.ts'), import('./desk/top/deskDistrict.ts')])
  useDeskDistrict().load(await untilItComes(signal => fetchDesk(base, signal), machine, () => {}))
}

/** A moment of the past: no link, and a clock that stands. */
async function showPast(at: number, region: string): Promise<void> {
  clock.followServer({ now: () => at })
  const href = `${stateHref({ audience: session.audience, region })}&at=${encodeURIComponent(new Date(at).toISOString())}`
  const state = await untilItComes(signal => stateFrom(base)(href, signal), machine, link.unreachable)
  const applied = projection.applyState(state)
  if (applied === 'other-fold')
    return reloader.later(applied)
  link.report.compared(applied === 'applied')
}
