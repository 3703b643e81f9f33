import type { Base } from './openBase.ts'
import type { Duties } from './openDuties.ts'
import type { Picture } from './openPicture.ts'
import type { Ends } from './Ends.ts'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { packageVersion } from '../config/packageRoot.ts'
import { driveWall } from '../desk/driveWall.ts'
import { Fanout } from '../fanout/Fanout.ts'
import { Links } from '../fanout/Links.ts'
import { Positions } from '../fanout/Positions.ts'
import { Subscriptions } from '../fanout/Subscriptions.ts'
import { addRoutes } from '../http/addRoutes.ts'
import { addressOf, comesByTrusted } from '../http/addressOf.ts'
import { createApp } from '../http/createApp.ts'
import { createHttp } from '../http/createHttp.ts'
import { createLive } from '../http/createLive.ts'
import { Door } from '../http/door/Door.ts'
import { standBefore } from '../http/door/standBefore.ts'
import { closeHttp } from '../http/listen.ts'
import { Metrics } from '../http/Metrics.ts'
import { PastBodies } from '../http/bodies/PastBodies.ts'
import { serveClient } from '../http/serveClient.ts'
import { StateBodies } from '../http/bodies/StateBodies.ts'
import { openApiKeys } from '../ingest/open311/ApiKeys.ts'

/** All that comes in and goes out: HTTP behind its door, the live links, the client's files. It does not listen yet. */
export async function openServing(base: Base, picture: Picture, duties: Duties, ends: Ends) {
  const { config, logger, limits, arrival, root, district, health, log } = base
  const { clock, projection, aliases, pastThread, lossBook } = picture
  const { commands, actors, neighbours } = duties
  const open311Keys = await openApiKeys(join(config.dataDir, 'open311.keys'))
  const door = new Door({ ...config, isTrusted: request => comesByTrusted(app, request), clock, logger })
  const http = createHttp(arrival)
  ends.add(() => closeHttp(http, clock))
  const inner = createServer((request, response) => void app(request, response))
  standBefore(http, inner, door, config.basePath)
  const { servers, pipes } = createLive(inner, { sockets: limits.sockets + 100 })

  const fanout = new Fanout({ projection, positions: new Positions(district, aliases.of), aliasOf: aliases.of, health, clock, pipes, limits })
  const bodies = new StateBodies(fanout)
  const subscriptions = new Subscriptions(fanout, scope => bodies.bytesOf(scope), config.basePath)
  const links = new Links(servers, fanout, subscriptions, request => addressOf(app, request), {
    execute: message => commands.execute(message),
    drive: message => driveWall({ neighbours, actors, projection, aliases }, message),
    neighbours,
  })
  const metrics = new Metrics({ ...picture, ...duties, door, fanout, links, losses: lossBook })
  const routes = { ...base, ...picture, ...duties, door, version: packageVersion(root), open311Keys, bodies, pastBodies: new PastBodies(pastThread, clock), metrics, log }
  const { app, finish } = createApp({ config, logger, aliasOf: aliases.of, addRoutes: router => addRoutes(router, routes) })
  ends.add(await serveClient(app, { root, server: inner, config }))
  finish()
  ends.add(() => fanout.end())
  ends.add(() => subscriptions.end())
  ends.add(() => links.end())
  return { http, fanout, open311Key: open311Keys.first }
}
