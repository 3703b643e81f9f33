import type { DistrictFile } from '../../../../shared/domain/district/districtFile.ts'
import type { Category } from '../../../../shared/words/category/category.ts'

/** What the demo's duty desk chooses from: units, checklists by category, offices that are reported to. Invented, as the rest of the demo. */
export function deskOfDemo(): NonNullable<DistrictFile['desk']> {
  return {
    units: UNITS,
    townUnits: ['司法所', '综合执法队', '社会事务办', '应急管理办', '林草站', '交警中队', '派出所'],
    communityUnits: ['居委会', '综治工作站'],
    gridUnits: ['服务队'],
    checklists: Object.fromEntries(Object.entries(CHECKLISTS).map(([category, items]) => [category, items.map(([id, zh, en]) => ({ id, names: { zh, en } }))])),
    reportTo: ['旗政府总值班室', '旗委办公室', '旗应急指挥中心', '盟行署总值班室'],
  }
}

const UNITS = [
  '旗综治中心',
  '旗应急管理局',
  '旗公安局',
  '旗公安局交管大队',
  '旗消防救援大队',
  '旗住建局',
  '旗城市管理综合执法局',
  '生态环境局左旗分局',
  '旗林草局',
  '旗农牧局',
  '旗民政局',
  '旗人社局',
  '旗司法局',
  '旗卫健委',
  '旗人民医院急救站',
  '旗供热公司',
  '旗供水公司',
  '旗燃气公司',
  '旗供电分局',
  '旗环卫服务公司',
  '旗市政养护队',
]

type Item = readonly [id: string, zh: string, en: string]

const CHECKLISTS: Record<Category, readonly Item[]> = {
  dispute: [
    ['both-sides-heard', '双方情况已听取', 'both sides heard'],
    ['violence-risk-judged', '激化风险已研判', 'risk of violence judged'],
    ['mediator-named', '调解员已指定', 'mediator named'],
    ['agreement-signed', '调解协议已签订', 'agreement signed'],
  ],
  environment: [
    ['place-checked', '现场已核实', 'place checked'],
    ['source-found', '污染来源已查明', 'source found'],
    ['cleared', '已清理完毕', 'cleared'],
    ['before-after-photos', '处置前后照片已上传', 'photos before and after'],
  ],
  facility: [
    ['scene-secured', '现场已围挡警示', 'scene secured and marked'],
    ['owner-told', '权属单位已通知', 'owner told'],
    ['repaired', '已修复', 'repaired'],
    ['users-told', '受影响居民已告知', 'residents told'],
    ['before-after-photos', '处置前后照片已上传', 'photos before and after'],
  ],
  livelihood: [
    ['caller-called-back', '已回访来电人', 'caller called back'],
    ['need-judged', '困难情况已核实', 'need verified'],
    ['service-given', '服务已落实', 'help given'],
    ['followed-up', '后续已跟进', 'followed up'],
  ],
  safety: [
    ['people-safe', '人员已撤离到安全处', 'people brought to safety'],
    ['scene-secured', '现场已警戒', 'scene secured'],
    ['casualties-asked', '伤亡情况已核实', 'casualties verified'],
    ['supply-cut', '气源或电源已切断', 'gas or power cut off'],
    ['services-called', '消防、医疗已到场', 'fire and medical services there'],
    ['cause-removed', '隐患已消除', 'cause removed'],
  ],
  grassland: [
    ['place-checked', '现场已核实', 'place checked'],
    ['wind-checked', '风力与火势方向已报告', 'wind and direction of fire told'],
    ['herders-told', '周边牧户已通知', 'herders nearby told'],
    ['boundary-checked', '草场界线已比对', 'boundaries compared'],
    ['settled-on-site', '现场处理完毕', 'settled on site'],
  ],
  traffic: [
    ['injuries-asked', '伤员情况已核实', 'injuries verified'],
    ['lane-closed', '现场已设警示', 'warning signs set'],
    ['detour-told', '绕行信息已发布', 'detour told'],
    ['road-clear', '道路已恢复', 'road clear'],
  ],
  security: [
    ['people-safe', '人员安全已确认', 'people safe'],
    ['police-there', '民警已到场', 'police there'],
    ['evidence-kept', '证据已保全', 'evidence kept'],
    ['neighbours-warned', '周边住户已提醒', 'neighbours warned'],
  ],
}
