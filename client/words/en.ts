import category from './messages/en/category.ts'
import common from './messages/en/common.ts'
import incident from './messages/en/incident.ts'
import keys from './messages/en/keys.ts'
import map from './messages/en/map.ts'
import measure from './messages/en/measure.ts'
import past from './messages/en/past.ts'
import shapes from './messages/en/shapes.ts'
import truth from './messages/en/truth.ts'
import unattended from './messages/en/unattended.ts'
import wall from './messages/en/wall.ts'

export default { category, common, incident, keys, map, measure, past, shapes, truth, unattended, wall }
