const axes = { backgroundColor: 'transparent', tooltip: {}, grid: { left: 40, right: 10, top: 30, bottom: 30 } }

/** Counts by a key, from the whole list each time, as tutorials do. */
function countBy(list, key) {
  const counts = {}
  list.forEach(each => counts[key(each)] = (counts[key(each)] ?? 0) + 1)
  return counts
}

function bars(title, counts) {
  return { ...axes, title: { text: title }, xAxis: { type: 'category', data: Object.keys(counts) }, yAxis: { type: 'value' }, series: [{ type: 'bar', data: Object.values(counts) }] }
}

export function byHour(incidents) {
  const hours = Array.from({ length: 24 }, (_, hour) => hour)
  const of = (day) => hours.map(hour => incidents.filter(each => each.day === day && each.hour === hour).length)
  return { ...axes, title: { text: '按小时' }, legend: {}, xAxis: { type: 'category', data: hours }, yAxis: { type: 'value' }, series: [{ name: '今日', type: 'bar', data: of(0) }, { name: '昨日', type: 'line', data: of(1) }] }
}

export function byCategory(incidents) {
  return bars('按大类', countBy(incidents, each => each.category))
}

export function byLevel(incidents) {
  const counts = countBy(incidents.filter(each => each.stage === 'closed'), each => each.level)
  return { title: { text: '化解层级' }, tooltip: {}, series: [{ type: 'pie', radius: ['40%', '70%'], data: Object.entries(counts).map(([name, value]) => ({ name, value })) }] }
}

export function byTown(patrols) {
  return bars('巡查覆盖', countBy(patrols, each => String(each.town)))
}
