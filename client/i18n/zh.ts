import category from './messages/zh/category.ts'
import common from './messages/zh/common.ts'
import incident from './messages/zh/incident.ts'
import truth from './messages/zh/truth.ts'
import wall from './messages/zh/wall.ts'

export default { category, common, incident, truth, wall }
