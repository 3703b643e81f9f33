import type { Entry } from '../log/EventLog.ts'
import type { Base } from './openBase.ts'
import type { Picture } from './openPicture.ts'
import type { Ends } from './Ends.ts'
import { DutyRoster } from '../../shared/domain/duty/DutyRoster.ts'
import { Holders } from '../../shared/domain/duty/Holders.ts'
import { AttachmentStore } from '../attachments/AttachmentStore.ts'
import { Actors } from '../commands/Actors.ts'
import { Commands } from '../commands/Commands.ts'
import { Histories } from '../commands/Histories.ts'
import { SosCommands } from '../commands/SosCommands.ts'
import { Exchange } from '../desk/Exchange.ts'
import { Handovers } from '../desk/Handovers.ts'
import { Losses } from '../desk/Losses.ts'
import { Neighbours } from '../desk/Neighbours.ts'
import { Reveals } from '../desk/Reveals.ts'
import { Engine } from '../escalation/Engine.ts'
import { SosLadder } from '../escalation/SosLadder.ts'
import { readEntry } from '../read/readEntry.ts'
import { Tenure } from '../tenure/Tenure.ts'
import { Webhooks } from '../webhooks/Webhooks.ts'

export type Duties = ReturnType<typeof openDuties>

/** Who acts on the picture: the desk's people, the engine, and who tells other systems. */
export function openDuties({ config, log, logger, district, places, targets, firstRestMs }: Base, picture: Picture, ends: Ends) {
  const { projection, clock, clockWatch, clockChanged, aliases, matters, holder, offices, lossBook } = picture
  const actors = new Actors(district)
  const store = new AttachmentStore(config.dataDir)
  const read = (entry: Entry) => readEntry(entry, places)
  const histories = new Histories({ log, projection, matters, read })
  const commands = new Commands({ log, clock, projection, actors, store, holders: new Holders(district), histories })
  const roster = new DutyRoster(district)
  const sosCommands = new SosCommands({ log, clock, projection, actors, roster })
  const reveals = new Reveals({ log, clock, projection, commands, district, read })
  const losses = new Losses({ book: lossBook, clock, district })
  const handovers = new Handovers({ log, clock, projection, district })

  const neighbours = new Neighbours({ clock, isActor: id => actors.find(id) !== undefined })
  const exchange = log.home === 'redis' ? new Exchange({ log, clock, logger, id: holder, changed: () => neighbours.changed(), show: (wall, show) => neighbours.show(wall, show) }) : undefined
  if (exchange) {
    neighbours.join(exchange)
    offices.push(exchange)
    ends.add(() => exchange.end())
  }
  ends.add(() => neighbours.end())

  const engine = new Engine({ log, clock, logger, projection, roster, rests: () => clockWatch.disagree, firstRestMs })
  const sosLadder = new SosLadder({ log, clock, logger, projection, roster, rests: () => clockWatch.disagree, firstRestMs })
  clockChanged.push(() => engine.countAnew(), () => sosLadder.countAnew())
  offices.push(engine, sosLadder)
  ends.add(() => sosLadder[Symbol.asyncDispose]())
  ends.add(() => engine[Symbol.asyncDispose]())

  const webhooks = new Webhooks({ log, clock, logger, projection, places, aliasOf: aliases.of, targets, dataDir: config.dataDir, chance: Math.random })
  // Which servers may hold it depends on their settings: those without targets must not keep it from the others.
  const webhookTenure = targets.length > 0 ? new Tenure({ log, clock, logger, holder, lease: 'webhooks', offices: [webhooks] }) : undefined
  ends.add(() => webhookTenure?.end())
  ends.add(() => webhooks.end())
  return { actors, store, commands, sosCommands, histories, reveals, losses, handovers, neighbours, engine, webhooks, webhookTenure }
}
