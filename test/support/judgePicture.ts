/** What is wrong with how a page stands, in words; runs in the page. */
export interface Judgement {
  /** Text smaller than 16 px at 1080 lines. */
  small: string[]
  /** Text that is cut without an ellipsis, or has no room of its own. */
  cut: string[]
  /** Text shortened with an ellipsis: allowed, and counted. */
  shortened: string[]
  /** Panels over one another. */
  overlaps: string[]
  /** Text or frames within a margin of a bezel. */
  onBezel: string[]
  /** Text outside the window. */
  outside: string[]
}

/** Self-contained: it is sent to the browser as it is. */
export function judgePicture({ columns, rows }: { columns: number; rows: number }): Judgement {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const scale = rem / 16
  // The picture may stand two px from its place.
  const clear = 32 * scale - 3
  const bezels = {
    x: Array.from({ length: columns - 1 }, (_, i) => window.innerWidth * (i + 1) / columns),
    y: Array.from({ length: rows - 1 }, (_, i) => window.innerHeight * (i + 1) / rows),
  }
  const judgement: Judgement = { small: [], cut: [], shortened: [], overlaps: [], onBezel: [], outside: [] }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement!
    const words = node.textContent?.replace(/[\s\u200B]+/g, ' ').trim() ?? ''
    const box = shownBox(node, element)
    if (!words || !box)
      continue
    const title = `${words.slice(0, 40)} (${where(element)})`
    const size = Number.parseFloat(getComputedStyle(element).fontSize) * (element instanceof SVGGraphicsElement ? element.getScreenCTM()?.a ?? 1 : 1)
    if (size < 16 * scale - 0.1)
      judgement.small.push(`${size.toFixed(1)} px: ${title}`)
    const limits = clippers(element)
    // A line that is out of sight as a whole is not cut.
    if (limits.some((limit) => {
      const room = limit.getBoundingClientRect()
      return box.left >= room.right - 1 || box.top >= room.bottom - 1
    }))
      continue
    for (const limit of limits) {
      const room = limit.getBoundingClientRect()
      const isBelow = box.bottom > room.bottom + 4 * scale
      if (box.right > room.right + 1.5 || isBelow)
        (limits.some(each => getComputedStyle(each).textOverflow === 'ellipsis') && !isBelow ? judgement.shortened : judgement.cut).push(title)
    }
    const right = Math.min(box.right, ...limits.map(limit => limit.getBoundingClientRect().right))
    if (box.left < -1 || right > window.innerWidth + 1 || box.bottom > window.innerHeight + 3 || box.top < -3)
      judgement.outside.push(title)
    if (bezels.x.some(x => box.left < x + clear && right > x - clear) || bezels.y.some(y => box.top < y + clear - 4 * scale && box.bottom > y - clear + 4 * scale))
      judgement.onBezel.push(title)
  }
  const panels = [...document.querySelectorAll<HTMLElement>('[data-panel], [data-headline], header.head, footer.strip')]
    .filter(each => each.dataset.panel !== 'map' && each.getClientRects().length > 0)
  for (const [index, a] of panels.entries()) {
    for (const b of panels.slice(index + 1)) {
      const [p, q] = [a.getBoundingClientRect(), b.getBoundingClientRect()]
      const isHead = [a, b].some(each => each.matches('header.head')) && columns === 3
      if (!isHead && !a.contains(b) && !b.contains(a) && Math.min(p.right, q.right) - Math.max(p.left, q.left) > 1 && Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) > 1)
        judgement.overlaps.push(`${name(a)} and ${name(b)}`)
    }
  }
  for (const panel of panels) {
    const { left, right, top, bottom } = panel.getBoundingClientRect()
    // What runs across all screens has its parts beside the bezels.
    const isWhole = panel.matches('header.head, footer.strip, [data-panel=unsigned]')
    if (!isWhole && (bezels.x.some(x => left < x + clear && right > x - clear) || bezels.y.some(y => top < y + clear && bottom > y - clear)))
      judgement.onBezel.push(`panel ${name(panel)}`)
  }
  return judgement

  function shownBox(node: Node, element: Element): DOMRect | undefined {
    const style = getComputedStyle(element)
    if (style.visibility === 'hidden' || style.opacity === '0')
      return undefined
    const range = document.createRange()
    range.selectNodeContents(node)
    const rect = range.getBoundingClientRect()
    // What is there for those who hear it alone is one px.
    return rect.width > 2 && rect.height > 2 && !isForHearing(element) ? rect : undefined
  }

  function isForHearing(element: Element): boolean {
    for (let each: Element | null = element; each && each !== document.body; each = each.parentElement) {
      const { width, height } = each.getBoundingClientRect()
      if (width <= 2 || height <= 2)
        return getComputedStyle(each).overflow !== 'visible'
    }
    return false
  }

  function clippers(element: Element): Element[] {
    const found: Element[] = []
    for (let each: Element | null = element; each && !each.matches('.scene, footer.strip, body'); each = each.parentElement) {
      if (getComputedStyle(each).overflowX !== 'visible')
        found.push(each)
    }
    return found
  }

  function where(element: Element): string {
    return name(element.closest('[data-panel], [data-headline], [data-cell], header, footer') ?? element)
  }

  function name(element: Element): string {
    const { panel, headline, cell } = (element as HTMLElement).dataset
    return panel ?? headline ?? cell ?? element.className.toString()
  }
}
