import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { createRouter, createWebHistory } from 'vue-router'
import App from './App.vue'
import { createSchedule, SCHEDULE } from './composables/schedule.ts'
import { createWords } from './i18n/createWords.ts'
import { fetchDistrict } from './link/fetchDistrict.ts'
import { stateFrom } from './link/fetchState.ts'
import { listenToPage } from './link/listenToPage.ts'
import { loadPageAnew } from './link/loadPageAnew.ts'
import { Reloader } from './link/Reloader.ts'
import { machineTimers } from './link/scheduleTimers.ts'
import { ServerClock } from './link/ServerClock.ts'
import { startLink } from './link/startLink.ts'
import { routes } from './routes.ts'
import { useClock } from './stores/clock.ts'
import { useDistrict } from './stores/district.ts'
import { useLink } from './stores/link.ts'
import { useProjection } from './stores/projection.ts'
import { useSession } from './stores/session.ts'
import './styles/fonts.ts'
import './styles/tokens.css'
import './styles/type.css'
import './styles/base.css'

const { origin } = window.location
const chance = () => Math.random()

const app = createApp(App)
app.use(createPinia())
const session = useSession()
session.readAddress(new URLSearchParams(window.location.search))
app.use(createWords(session.locale))
app.use(createRouter({ history: createWebHistory(), routes }))

const projection = useProjection()
const district = useDistrict()
const link = useLink()
const clock = useClock()
app.provide(SCHEDULE, createSchedule({ onPublish: projection.onPublish, clock, timers: machineTimers }))

const serverClock = new ServerClock(machineTimers.now)
clock.followServer(serverClock)
const reloader = new Reloader(window.sessionStorage, () => void loadPageAnew(window), machineTimers, chance)
link.reloadedBecause = reloader.reason()

// A part of the page is not there any more (a newer build), or could not be got.
window.addEventListener('vite:preloadError', () => reloader.later('other-build'))

app.mount('#app')
void start()

async function start(): Promise<void> {
  // Wire and schemas come while the district is fetched, so that the page stands before them.
  const wire = import('./link/socket.ts')
  const resource = await fetchDistrict(origin, session.audience, machineTimers, chance, link.unreachable)
  district.load(resource)
  const { socketTo } = await wire
  session.region ||= resource.code
  const running = startLink({
    scope: { audience: session.audience, region: session.region },
    target: {
      ...projection,
      // Another data set is as another fold: names and grids on this page would not fit.
      applyState: state => state.state.basis.version === resource.version ? projection.applyState(state) : 'other-fold',
    },
    report: link.report,
    openSocket: socketTo(origin),
    fetchState: stateFrom(origin),
    clock: serverClock,
    timers: machineTimers,
    chance,
    reloader,
  })
  listenToPage(running, window)
}
