import type { Locator, Page } from '@playwright/test'

/** What is too small for a finger: controls that are hit on less than 44 pixels across or down, each with its size. */
export function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(smallTargets, null)
}

/** The same of what a tap on an element presses. */
export function tooSmallAt(element: Locator): Promise<string[]> {
  return element.evaluate(smallTargets)
}

/** What is wider than the window, so that the page is moved sideways. */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const page = document.scrollingElement
    return page && page.scrollWidth > innerWidth ? [`${page.scrollWidth} px`] : []
  })
}

/** In the page. A link in the midst of a text is as high as its line, as WCAG has it; what cannot be pressed has no size to keep. */
function smallTargets(tapped: Element | null): string[] {
  const LEAST = 44
  const CONTROLS =
    'a[href], button, input, select, textarea, summary, [role=button], [role=tab], [role=checkbox], [role=switch], [role=radio], [role=menuitem], [role=option]'
  const isInText = (one: Element) => one.matches('a') && getComputedStyle(one).display === 'inline'
  const isOut = (one: Element) =>
    one.matches(':disabled, [aria-disabled=true], [type=hidden]') || one.closest('[inert], [aria-hidden=true]') !== null
  /** What is pressed for it: boxes to tick are pressed by their labels. */
  const faceOf = (one: Element) => (one.matches('[type=checkbox], [type=radio]') ? one.closest('label') : null) ?? one
  const isHit = (one: Element, x: number, y: number) => {
    const hit = document.elementFromPoint(x, y)
    return hit !== null && (one.contains(hit) || hit.closest('label')?.control === one)
  }
  /** How far it is hit from a point in a direction: what is pressed for it may lie to one side of it. */
  const reach = (one: Element, x: number, y: number, [dx, dy]: readonly [number, number]) => {
    let far = 0
    while (far < LEAST && isHit(one, x + dx * (far + 0.5), y + dy * (far + 0.5))) far += 0.5
    return far
  }
  const sizeOf = (one: Element): [number, number] | null => {
    const { width, height } = one.getBoundingClientRect()
    if (width >= LEAST && height >= LEAST) return [width, height]
    one.scrollIntoView({ block: 'center', inline: 'center' })
    const { left, top, right, bottom } = one.getBoundingClientRect()
    const [x, y] = [(left + right) / 2, (top + bottom) / 2]
    // What something lies over is not pressed now.
    if (!isHit(one, x, y)) return null
    const across = reach(one, x, y, [1, 0]) + reach(one, x, y, [-1, 0])
    const down = reach(one, x, y, [0, 1]) + reach(one, x, y, [0, -1])
    return [Math.max(across, width), Math.max(down, height)]
  }
  const found = tapped
    ? [tapped.closest(CONTROLS) ?? tapped.closest('label')]
    : [...document.querySelectorAll(CONTROLS)]
  const faces = new Set(
    found
      .filter((one) => one !== null)
      .filter((one) => !isOut(one))
      .map(faceOf),
  )
  const small: string[] = []
  for (const one of faces) {
    const { width, height } = one.getBoundingClientRect()
    if (width <= 1 || height <= 1 || isInText(one) || !one.checkVisibility({ visibilityProperty: true })) continue
    const size = sizeOf(one)
    if (size && Math.min(...size) < LEAST - 0.5) small.push(`${size.join('×')}: ${one.outerHTML.slice(0, 160)}`)
  }
  return small
}
