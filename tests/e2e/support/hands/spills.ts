import type { Page } from '@playwright/test'
import { DICTIONARIES } from '../../../../shared/locales/dictionaries.ts'

/** The program's own words, in either language: it knows how long they are. What the demo company wrote is none of them. */
const OWN = [...new Set(Object.values(DICTIONARIES).flatMap((words) => phrasesIn({ ...words, demo: null })))]

function phrasesIn(room: unknown): string[] {
  if (typeof room === 'string') return [room]
  return typeof room === 'object' && room !== null ? Object.values(room).flatMap(phrasesIn) : []
}

/**
 * What has no room where it stands: words beyond their control, cut without a sign of it, or under something else; the program's
 * own words that end in three dots; parts that stick out of what they stand in. What is scrolled to, what people wrote and what
 * lies under an open pane has its room.
 */
export function spilled(page: Page): Promise<string[]> {
  return page.evaluate(spills, OWN)
}

/** In the page. */
function spills(own: readonly string[]): string[] {
  const isOwn = new Set(own)
  const CONTROLS = 'a[href], button, label, summary, [role=tab], [role=option], [role=menuitem], [role=columnheader]'
  /** What a part of a pixel comes to, with the slant of a last letter. */
  const SLACK = 1.5
  const found = new Set<string>()
  const shortly = (one: Element) => `<${one.tagName.toLowerCase()} class="${one.getAttribute('class') ?? ''}">`
  const tell = (what: string, words: string, one: Element) => {
    found.add(`${what}: «${words.trim().slice(0, 40)}» ${shortly(one)}`)
  }
  const ancestors = (one: Element | null): Element[] => {
    const all: Element[] = []
    for (let at = one; at && at !== document.body; at = at.parentElement) all.push(at)
    return all
  }
  const scrolls = (one: Element) => /auto|scroll/.test(getComputedStyle(one).overflowX)
  const floats = (one: Element) => ['absolute', 'fixed', 'sticky'].includes(getComputedStyle(one).position)
  const sticksOut = (own: DOMRect, outer: DOMRect) => own.left < outer.left - SLACK || own.right > outer.right + SLACK
  /** Seen, and not for screen readers alone. */
  const isSeen = (one: Element) =>
    one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !one.closest('[inert], [aria-hidden=true]') &&
    ancestors(one).every((at) => getComputedStyle(at).clipPath === 'none' && at.getBoundingClientRect().width !== 1)
  /** What is in view of a line of words, or a part, behind the edges of all that cuts or scrolls it. */
  const inView = (one: Element, { left, top, right, bottom }: DOMRect): DOMRect => {
    const edges = { left: Math.max(0, left), top: Math.max(0, top), right, bottom }
    for (const at of ancestors(one)) {
      if (getComputedStyle(at).overflow === 'visible') continue
      const box = at.getBoundingClientRect()
      edges.left = Math.max(edges.left, box.left)
      edges.top = Math.max(edges.top, box.top)
      edges.right = Math.min(edges.right, box.right, innerWidth)
      edges.bottom = Math.min(edges.bottom, box.bottom, innerHeight)
    }
    return new DOMRect(edges.left, edges.top, edges.right - edges.left, edges.bottom - edges.top)
  }

  /** Words of the moment that give way to what else is there: whole, and out of sight. */
  const isPutAway = (at: Element, line: DOMRect) =>
    at.closest('[data-momentary]') !== null && line.top >= at.getBoundingClientRect().bottom

  /** Looks from words outwards until something scrolls them, or ends them in three dots. */
  const lookAround = (words: string, from: Element, line: DOMRect) => {
    for (const at of ancestors(from)) {
      const style = getComputedStyle(at)
      const isCut = style.overflowX !== 'visible'
      if (scrolls(at) || (isCut && isPutAway(at, line))) return
      if (isCut && style.textOverflow === 'ellipsis' && !isOwn.has(words.trim())) return
      if (!isCut && !at.matches(CONTROLS)) continue
      if (sticksOut(line, at.getBoundingClientRect())) tell(isCut ? 'cut' : 'beyond its control', words, at)
      if (isCut) return
    }
  }

  /** Looks whether something lies over the ends of a line, other than a pane or what stands still over what is scrolled. */
  const lookOver = (words: string, from: Element, line: DOMRect) => {
    const { left, right, top, height, width } = inView(from, line)
    if (width < 8 || height < 6) return
    for (const x of [left + 3, right - 3]) {
      const over = document.elementFromPoint(x, top + height / 2)
      if (!over || over.contains(from) || from.contains(over) || over.closest('label')?.contains(from)) continue
      const between = ancestors(over).filter((at) => !at.contains(from))
      if (!between.some(floats)) tell('under', words, over)
    }
  }

  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const [words, parent] = [node.textContent ?? '', node.parentElement]
    if (!words.trim() || !parent || parent.matches('script, style, option, title') || !isSeen(parent)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const line of range.getClientRects()) {
      lookAround(words, parent, line)
      lookOver(words, parent, line)
    }
  }

  const pen = document.createElement('canvas').getContext('2d')
  for (const field of document.querySelectorAll('input')) {
    if (!pen || !field.placeholder || field.value || !isSeen(field)) continue
    pen.font = getComputedStyle(field).font
    if (pen.measureText(field.placeholder).width > field.clientWidth + SLACK) tell('cut', field.placeholder, field)
  }

  for (const one of document.body.querySelectorAll<HTMLElement>('body :not(svg *)')) {
    const parent = one.parentElement
    if (!parent || one.offsetWidth <= 1 || parent.offsetWidth <= 1) continue
    const [style, around] = [getComputedStyle(one), getComputedStyle(parent)]
    const isInFlow = ['static', 'relative'].includes(style.position) && style.display !== 'inline'
    const hasBox = !['contents', 'inline'].includes(around.display) && around.overflowX === 'visible'
    const isMeant = [style.marginLeft, style.marginRight].some((margin) => Number.parseFloat(margin) < 0)
    if (!isInFlow || !hasBox || isMeant || !sticksOut(one.getBoundingClientRect(), parent.getBoundingClientRect()))
      continue
    const scroller = ancestors(one).find(scrolls)
    if (!isSeen(one) || (scroller && scroller.scrollWidth > scroller.clientWidth)) continue
    tell(`out of ${shortly(parent)}`, one.textContent ?? '', one)
  }
  return [...found]
}
