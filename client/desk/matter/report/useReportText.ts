import type { DataOf } from '../../../../shared/state/eventTypes.ts'
import type { ReportFacts } from '../../../../shared/indicators/grid/reportFacts.ts'
import type { OpenMatter } from '../openMatter.ts'
import { useClock } from '../../../picture/clock.ts'
import { useDistrict } from '../../../base/district.ts'
import { useDeskMatterWords } from '../useDeskMatterWords.ts'

/** Drafts an upward report from facts alone; what is not known is left out. */
export function useReportText() {
  const { words, say, texts, name, title, holder, format } = useDeskMatterWords()
  const districts = useDistrict()
  const clock = useClock()
  const at = (ms: number) => `${format.date(ms, clock.now())} ${format.time(ms)}`

  return ({ incident, grid }: OpenMatter, { number, reportedAt, sentAt, told, units, closedAt }: ReportFacts, kind: DataOf<'incident.report-sent'>['kind']): string => {
    const { report } = words.value
    const place = districts.chain(grid).map(({ code }) => name(code)).join('')
    const level = texts.value.incident.level[incident.level]
    const arrived = units.filter(unit => unit.at > 0).map(({ unit }) => unit).join('、')
    return [
      say(report.head, { kind: report[kind], number, severity: texts.value.incident.severity[incident.severity], category: texts.value.category.of[incident.category] }),
      say(report.happened, { at: at(reportedAt), place, address: [incident.placeName, incident.address].filter(Boolean).join(''), what: title(incident), channel: texts.value.incident.channel[incident.channel] }),
      sentAt > 0 ? say(report.sent, { at: at(sentAt), holder: holder(incident) ?? words.value.nobody, level }) : say(report.unsent, { level }),
      ...told.map(each => say(report.told, { at: at(each.at), text: each.text })),
      ...(kind !== 'first' && told.length === 0 ? [report.since] : []),
      ...(units.length > 0 ? [say(report.units, { units: units.map(({ unit }) => unit).join('、'), arrived: arrived || report.noneArrived })] : []),
      ...(closedAt > 0 ? [say(report.closed, { at: at(closedAt) })] : []),
      ...(kind === 'final' ? [] : [report.follow]),
    ].join('\n')
  }
}
