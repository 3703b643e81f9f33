import category from './messages/zh/category.ts'
import common from './messages/zh/common.ts'
import incident from './messages/zh/incident.ts'
import keys from './messages/zh/keys.ts'
import map from './messages/zh/map.ts'
import measure from './messages/zh/measure.ts'
import past from './messages/zh/past.ts'
import shapes from './messages/zh/shapes.ts'
import truth from './messages/zh/truth.ts'
import unattended from './messages/zh/unattended.ts'
import wall from './messages/zh/wall.ts'

export default { category, common, incident, keys, map, measure, past, shapes, truth, unattended, wall }
