import type { JSHandle, Page } from '@playwright/test'
import axe from 'axe-core'

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}

const COLOURS = 'color-contrast'

/** What axe calls serious or worse, by all its rules, once nothing moves or fades; each with its places. */
export async function serious(page: Page): Promise<string[]> {
  await ready(page)
  return seriousOf(await page.evaluate(run, {} as axe.RunOptions))
}

/**
 * Looks at one screen after the other, in parts: by colours, and by all the rest. Words whose colours were
 * measured are not measured again where they have the same colour and size on the same grounds: measuring takes four fifths
 * of axe's time, and one look is that of many words on many screens.
 */
export class Examiner {
  readonly #done = new Set<string>()

  /** What is serious beside colours. */
  async structure(page: Page): Promise<string[]> {
    await ready(page)
    return seriousOf(await page.evaluate(run, { rules: { [COLOURS]: { enabled: false } } }))
  }

  /** What is told badly by its colours, in the theme in which the page stands. */
  async colours(page: Page): Promise<string[]> {
    await ready(page)
    const worded = await page.evaluateHandle(wordedByLooks)
    const looks = await worded.evaluate((all) => [...all.keys()])
    const fresh = looks.filter((look) => !this.#done.has(look))
    const found = fresh.length === 0 ? { done: [], violations: [] } : await measured(worded, fresh)
    for (const look of found.done) this.#done.add(look)
    await worded.dispose()
    return seriousOf(found.violations)
  }
}

interface Violation {
  readonly id: string
  readonly impact: string | null
  readonly places: readonly string[]
}

function seriousOf(violations: readonly Violation[]): string[] {
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, places }) => `${id}: ${places.join('; ')}`)
    .sort()
}

/** Resolves when nothing moves and the checker stands in the page. */
async function ready(page: Page): Promise<void> {
  // What is half faded in has other colours than it will have.
  const isLoaded = await page.evaluate(async () => {
    const isEnding = (one: Animation) => one.effect?.getTiming().iterations !== Number.POSITIVE_INFINITY
    const ending = () => document.getAnimations().filter((one) => isEnding(one) && one.playState === 'running')
    while (ending().length > 0) await Promise.allSettled(ending().map((one) => one.finished))
    return 'axe' in window
  })
  if (!isLoaded) await page.evaluate(axe.source)
}

/** In the page: goes through all of it. The page has no frames, and what is right is not told: both would take longer than the looking. */
async function run(options: axe.RunOptions): Promise<Violation[]> {
  const { violations } = await window.axe.run(document, { ...options, resultTypes: ['violations'], iframes: false })
  return violations.map(({ id, impact = null, nodes }) => ({
    id,
    impact,
    places: nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`),
  }))
}

/** Measures the colours of what looks so; tells which looks are done: what something lies over has to be looked at once more. */
function measured(
  worded: JSHandle<Map<string, Element[]>>,
  fresh: string[],
): Promise<{ readonly violations: Violation[]; readonly done: string[] }> {
  return worded.evaluate(async (all, wanted) => {
    // What looks the same is as well read: of each look three will do, first of all such as nothing lies over.
    const isOnTop = (one: Element) => {
      const { left, top, right, bottom } = one.getBoundingClientRect()
      return one.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2))
    }
    const done: string[] = []
    const include = wanted.flatMap((look) => {
      const alike = all.get(look) ?? []
      const onTop = alike.filter(isOnTop)
      if (onTop.length > 0) done.push(look)
      return [...onTop, ...alike].slice(0, 3)
    })
    const found = await window.axe.run(
      { include },
      { runOnly: ['color-contrast'], resultTypes: ['violations'], iframes: false },
    )
    const violations = found.violations.map(({ id, impact = null, nodes }) => ({
      id,
      impact,
      places: nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`),
    }))
    return { violations, done }
  }, fresh)
}

/** In the page: what is seen and has words of its own, by all that says how well they are read: colour, size, the grounds behind. */
function wordedByLooks(): Map<string, Element[]> {
  const known = new Map<Element, string>()
  const isOver = (one: Element, other: Element) => {
    const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()]
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  }
  const groundsOf = (one: Element): string => {
    const before = known.get(one)
    if (before !== undefined) return before
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(one)
    const own = [backgroundColor, backgroundImage, opacity].join()
    const grounds = one.parentElement ? groundsOf(one.parentElement) : ''
    const all = own === 'rgba(0, 0, 0, 0),none,1' ? grounds : `${grounds} ${own}`
    // A bar may be laid behind by what stands before.
    const laid = one.previousElementSibling
    const isLaid = laid !== null && getComputedStyle(laid).position === 'absolute' && isOver(laid, one)
    known.set(one, isLaid ? `${all} ${laid.getAttribute('class')} ${laid.getAttribute('style')}` : all)
    return known.get(one) ?? ''
  }
  const lookOf = (one: Element) => {
    const { color, fontSize, fontWeight } = getComputedStyle(one)
    return `${color} ${fontSize} ${fontWeight} on${groundsOf(one)}`
  }
  const VISIBLE = { visibilityProperty: true, opacityProperty: true }
  const isSeen = (one: Element) => {
    const { width, height, right, bottom } = one.getBoundingClientRect()
    return Math.min(width, height) > 1 && Math.min(right, bottom) > 0 && one.checkVisibility(VISIBLE)
  }
  const hasWords = (one: Element) =>
    one.matches('input, textarea, select') ||
    [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
  return Map.groupBy(
    [...document.body.querySelectorAll('*')].filter((one) => hasWords(one) && isSeen(one)),
    lookOf,
  )
}
