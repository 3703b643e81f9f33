import type { Category, Subcategory } from '../../../../shared/words/category/category.ts'
import { CATEGORIES, SUBCATEGORIES } from '../../../../shared/words/category/category.ts'

/** How grave matters of a kind tend to be. */
export type Gravity = 'light' | 'plain' | 'serious'

/** What happens where and when, and in what words. All invented. */
export interface Happening {
  category: Category
  subcategory: Subcategory
  /** How often, in an urban, a town and a pastoral grid. */
  often: readonly [urban: number, town: number, pastoral: number]
  /** Times that, in winter, spring, summer, autumn. */
  season: readonly [winter: number, spring: number, summer: number, autumn: number]
  gravity: Gravity
  /** One line each; the place is set in front. */
  titles: readonly [string, ...string[]]
}

const EVEN = [1, 1, 1, 1] as const
type Row = [often: Happening['often'], season: Happening['season'], gravity: Gravity, ...titles: [string, ...string[]]]

const rows: Record<Subcategory, Row> = {
  'neighbour-dispute': [[50, 45, 20], EVEN, 'plain', '邻里因楼道堆物发生口角', '楼上漏水引发邻里争执', '邻里因停车位起争执'],
  'family-dispute': [[28, 30, 16], EVEN, 'plain', '家庭成员因赡养问题发生争执', '夫妻争吵，邻居请求上门劝解'],
  'wage-dispute': [[18, 22, 8], [1.8, 0.8, 1, 1.2], 'serious', '工人反映工资未按时发放', '临时用工报酬结算纠纷'],
  'land-dispute': [[2, 14, 40], [0.6, 1.5, 1, 1], 'plain', '承包地块四至不清引发争议', '草场流转合同到期后争议'],
  'contract-dispute': [[12, 10, 6], EVEN, 'plain', '装修合同履行纠纷', '牲畜买卖款项纠纷'],
  'property-fee-dispute': [[30, 6, 0], EVEN, 'plain', '业主与物业因收费问题争执', '物业服务不到位，业主拒缴费用'],
  'litter': [[85, 70, 5], EVEN, 'light', '楼前散落垃圾无人清理', '绿化带内有白色垃圾', '街角纸屑杂物较多'],
  'rubbish-heap': [[60, 60, 14], EVEN, 'light', '垃圾桶满溢未清运', '空地堆放建筑垃圾', '居住点旁堆放生活垃圾'],
  'sewage-overflow': [[24, 20, 0], [0.8, 1, 1.8, 1], 'plain', '污水井外溢', '下水道堵塞返水'],
  'open-burning': [[10, 18, 12], [0.7, 1.6, 0.5, 1.6], 'plain', '有人露天焚烧枯枝落叶', '焚烧秸秆产生浓烟'],
  'noise': [[34, 14, 0], [0.4, 1, 2, 1], 'light', '夜间施工噪声扰民', '广场音响声音过大'],
  'dead-livestock': [[0, 3, 22], [1.4, 1.6, 0.8, 0.8], 'plain', '路边发现死畜需无害化处理', '水井附近发现死羊'],
  'manhole-cover': [[32, 18, 0], EVEN, 'plain', '井盖松动，车辆经过有响声', '井盖破损有坠落风险'],
  'street-lamp': [[34, 26, 0], [1.4, 1, 0.7, 1.2], 'light', '路灯不亮', '路灯白天常亮'],
  'water-pipe': [[20, 20, 4], [1.8, 1, 0.8, 0.8], 'plain', '供水管道渗漏', '水表井冻裂'],
  'heating-pipe': [[16, 12, 0], [2.4, 0.6, 0, 1.4], 'plain', '供热管道漏水', '换热站附近路面冒热气'],
  'road-damage': [[26, 24, 26], [0.8, 1.4, 1.2, 1], 'light', '路面坑洼', '通村砂石路被冲毁一段', '人行道地砖松动'],
  'well-frame': [[0, 2, 24], EVEN, 'plain', '机井井架倾斜', '饮水井水泵损坏'],
  'heating-complaint': [[46, 24, 2], [2.6, 0.5, 0, 1.5], 'light', '室内温度不达标', '暖气片不热'],
  'elder-care': [[20, 18, 22], [1.4, 1, 1, 1], 'plain', '独居老人需要上门探望', '高龄老人行动不便请求帮助'],
  'social-insurance': [[18, 20, 14], EVEN, 'light', '咨询医保参保登记', '养老保险认证遇到困难'],
  'water-supply': [[14, 14, 24], [0.8, 1, 1.8, 1], 'plain', '自来水水压不足', '牧户饮水困难请求拉水'],
  'power-cut': [[12, 14, 18], [1.3, 1.4, 1.2, 0.8], 'plain', '局部停电', '大风刮断供电线路'],
  'medical-aid': [[10, 10, 16], EVEN, 'serious', '居民突发不适请求协助送医', '牧区老人患病需要转运'],
  'gas-leak': [[9, 6, 0], [1.6, 1, 0.7, 1], 'serious', '楼道有燃气异味', '燃气表接口疑似泄漏'],
  'fire-hazard': [[26, 20, 6], [1.4, 1.2, 0.8, 1], 'plain', '电动车飞线充电', '商铺灭火器过期', '杂物间私拉电线'],
  'blocked-stairway': [[34, 10, 0], EVEN, 'light', '消防通道被车辆占用', '楼道堆放杂物堵塞通道'],
  'wall-crack': [[8, 10, 8], EVEN, 'serious', '外墙面砖松动有脱落风险', '院墙开裂倾斜'],
  'missing-person': [[4, 4, 5], EVEN, 'serious', '老人外出未归，家属求助', '放牧人员失去联系'],
  'patrol-sos': [[0.6, 0.6, 1.2], EVEN, 'serious', '网格员发出求助信号'],
  'pasture-boundary': [[0, 3, 44], [0.6, 1.4, 1.2, 1], 'plain', '草场边界不清引发纠纷', '牲畜越界采食引发争议'],
  'illegal-grazing': [[1, 8, 60], [0.6, 1.8, 1.2, 0.8], 'light', '禁牧区发现放牧', '退牧还草地块有羊群进入'],
  'fence-damage': [[0, 4, 48], EVEN, 'light', '网围栏破损', '围栏被风沙掩埋'],
  'grass-fire': [[0, 2, 5], [0.8, 2.5, 0.6, 1.8], 'serious', '草场边缘发现明火', '远处草场有烟'],
  'rodent-pest': [[0, 2, 20], [0.1, 1.8, 1.6, 0.8], 'light', '草场鼠害明显', '发现蝗虫聚集'],
  'sand-burial': [[0, 3, 26], [0.8, 2.2, 0.5, 0.9], 'plain', '道路被流沙掩埋', '房屋后墙积沙需清理'],
  'illegal-parking': [[70, 30, 0], EVEN, 'light', '车辆占用人行道', '出入口被违停车辆堵住'],
  'blocked-road': [[22, 14, 12], [1, 1.4, 1, 1], 'plain', '施工围挡堵塞道路', '货车抛锚占道'],
  'livestock-on-road': [[0, 12, 60], [0.8, 1.2, 1.2, 1], 'plain', '羊群横穿公路存在隐患', '骆驼在公路上徘徊'],
  'broken-signal': [[12, 4, 0], EVEN, 'plain', '交通信号灯不亮', '信号灯配时异常'],
  'accident': [[12, 8, 9], [1.5, 0.9, 0.9, 1], 'serious', '两车剐蹭造成拥堵', '车辆侧滑驶出路面'],
  'theft': [[10, 8, 6], EVEN, 'plain', '电动车电瓶被盗', '牧户反映羊只丢失'],
  'fraud': [[9, 8, 4], EVEN, 'plain', '居民接到冒充客服的诈骗电话', '老人疑似遭遇保健品推销'],
  'brawl': [[6, 5, 1], EVEN, 'serious', '餐馆门前有人推搡', '酒后争执'],
  'suspicious-person': [[9, 7, 4], EVEN, 'plain', '陌生人在楼道徘徊', '不明车辆长时间停留'],
  'stray-dog': [[32, 24, 3], EVEN, 'light', '流浪犬聚集', '未牵绳犬只惊吓儿童'],
}

/** Every subcategory once. */
export const HAPPENINGS: readonly Happening[] = CATEGORIES.flatMap(category => SUBCATEGORIES[category].map((subcategory): Happening => {
  const [often, season, gravity, ...titles] = rows[subcategory]
  return { category, subcategory, often, season, gravity, titles }
}))

const KINDS = ['urban', 'town', 'pastoral'] as const

/** Weight of each of {@link HAPPENINGS} in a grid of a kind, in a month (1–12). */
export function weightsOf(kind: (typeof KINDS)[number], month: number): number[] {
  const season = month >= 11 || month <= 2 ? 0 : month <= 5 ? 1 : month <= 8 ? 2 : 3
  return HAPPENINGS.map(({ often, season: times }) => often[KINDS.indexOf(kind)]! * times[season])
}
