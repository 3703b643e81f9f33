/** The import arrows of docs/ARCHITECTURE.md; test/arrows.test.ts feeds each forbidden one to these rules. */

const error = (name, from, to, comment) => ({ name, severity: 'error', from, to, ...(comment && { comment }) })

/** Folders of one root from left to right: each sees only what stands left of it; those of one stage (`a|b`) do not see each other. */
function arrows(root, stages) {
  return stages.flatMap((stage, i) => stage.split('|').flatMap((folder) => {
    const unseen = stages.slice(i).flatMap(stage => stage.split('|')).filter(other => other !== folder)
    return unseen.length === 0 ? [] : error(`${root}-${folder}-sees-left-only`, { path: `^${root}/${folder}/` }, { path: `^${root}/(${unseen.join('|')})/` })
  }))
}

/** A package that one place alone may import. */
function owner(library, places) {
  return error(`${library}-has-one-owner`, { path: '^(server|client|shared)/', pathNot: places }, { path: `^node_modules/${library}/` })
}

export default {
  forbidden: [
    ...arrows('shared', ['words', 'events|domain', 'kernel', 'families', 'state', 'commands|indicators|audience', 'protocol']),
    error('families-are-blind-to-each-other', { path: '^shared/families/([^/]+)/' }, { path: '^shared/families/', pathNot: '^shared/families/$1/' }),
    error('shared-stands-alone', { path: '^shared/' }, { path: '^(server|client|test)/' }),
    error('shared-uses-zod-alone', { path: '^shared/' }, { path: '^node_modules/', pathNot: '^node_modules/zod/' }),
    error('shared-has-no-node', { path: '^shared/' }, { dependencyTypes: ['core'] }),

    ...arrows('server', ['config|district', 'log', 'ingest|read|attachments|tenure', 'projection', 'commands|escalation', 'desk', 'fanout|webhooks', 'http', 'start']),
    error('server-not-client', { path: '^server/' }, { path: '^(client|test)/' }),
    error('server-wiring-is-last', { path: '^server/', pathNot: '^server/(main|greeting)\\.ts$' }, { path: '^server/(startServer|main)\\.ts$' }),
    error('simulator-sees-shared-alone', { path: '^server/simulator/' }, { path: '^server/', pathNot: '^server/simulator/' }),
    error('nothing-sees-the-simulator', { path: '^(server|client|shared)/', pathNot: '^server/simulator/' }, { path: '^server/simulator/' }),
    error(
      'server-without-devDependencies',
      { path: '^(server|shared)/', pathNot: '^server/district/demo/make' },
      // Vite serves the client in development, by a dynamic import in that branch alone.
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/(vite|@types)/' },
    ),
    // The demo district is made by hand now and then and checked in; it alone may use what production does not install.
    error('nothing-sees-the-maker', { path: '^(server|client|shared)/', pathNot: '^server/district/demo/make' }, { path: '^server/district/demo/make' }),

    ...arrows('client', ['base|styles', 'link|words|look', 'picture', 'charts|map', 'wall|desk', 'dev']),
    error('client-not-server', { path: '^client/' }, { path: '^(server|test)/' }),
    error('client-has-no-node', { path: '^client/' }, { dependencyTypes: ['core'] }),
    error('client-main-is-last', { path: '^client/[^/]+/' }, { path: '^client/[^/]+\\.(ts|vue)$' }),
    error('map-layers-know-no-store', { path: '^client/map/(layers|overlay)/' }, { path: '^(client/picture/|node_modules/pinia/)' }),

    owner('socket\\.io-client', ['^client/link/socket\\.ts$']),
    owner('mapbox-gl', ['^client/map/MapEngine\\.ts$', '^client/map/engines/']),
    owner('maplibre-gl', ['^client/map/MapEngine\\.ts$', '^client/map/engines/']),
    owner('ioredis', ['^server/log/redis/', '^server/simulator/send/redisTarget\\.ts$']),
    owner('lmdb', ['^server/log/embedded/']),
    owner('express', ['^server/http/']),

    error('no-cycles', {}, { circular: true }),
    error('no-barrels', {}, { path: '/index\\.(ts|js|mjs)$', pathNot: 'node_modules' }),
    error('no-unresolved', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'default', 'types'] },
  },
}
