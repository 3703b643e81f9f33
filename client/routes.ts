import type { RouteRecordRaw } from 'vue-router'
import type zh from './words/zh.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** Name of a scene of the wall, as rotation plans say it. */
    scene?: keyof (typeof zh)['wall']['scene']
    /** The duty officer's desk: its own top bar tells the truth. */
    desk?: true
  }
}

/** Every state of the wall, to look at; in development alone. */
const development: RouteRecordRaw[] = [
  { path: '/dev/states', component: () => import('./dev/StatesScene.vue') },
  { path: '/dev/states/:story', component: () => import('./wall/overview/WallScene.vue') },
]

/** A page loaded under it is a desk for as long as it lives: what it is sent differs from what a wall is. */
export const DESK_PATH = /^\/duty\/?$/i

/** Scenes by address; each in a chunk of its own. */
export const routes: RouteRecordRaw[] = [
  { path: '/', redirect: to => ({ path: '/wall', query: to.query }) },
  { path: '/wall', meta: { scene: 'overview' }, component: () => import('./wall/overview/WallScene.vue') },
  { path: '/wall/incidents', meta: { scene: 'incidents' }, component: () => import('./wall/ladder/IncidentScene.vue') },
  { path: '/duty', meta: { desk: true }, component: () => import('./desk/DutyScene.vue') },
  ...(import.meta.env.DEV ? development : []),
  { path: '/:any(.*)*', redirect: to => ({ path: '/wall', query: to.query }) },
]
