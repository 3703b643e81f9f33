import type { Messages } from './Messages.ts'
import category from './messages/en/category.ts'
import common from './messages/en/common.ts'
import incident from './messages/en/incident.ts'
import truth from './messages/en/truth.ts'
import wall from './messages/en/wall.ts'

export default { category, common, incident, truth, wall } satisfies Messages
