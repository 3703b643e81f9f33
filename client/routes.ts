import type { RouteRecordRaw } from 'vue-router'

/** Scenes by address; each in a chunk of its own. */
export const routes: RouteRecordRaw[] = [
  { path: '/', redirect: to => ({ path: '/wall', query: to.query }) },
  { path: '/wall', component: () => import('./scenes/wall/WallScene.vue') },
  { path: '/:any(.*)*', redirect: '/wall' },
]
