import { type Accessor, createEffect, createMemo, createSignal } from 'solid-js'
import { COARSE, createMedia } from '../look/media.ts'
import { inSteps } from '../table/handling/cursor.ts'
import { createWindow } from '../window/window.ts'

/** Cards drawn beyond those in view, on either side. */
const SPARE = 4
/** From a card's top to the next one's (px), before the page has said it. */
const STEP = 100

/** What of a column of equal cards is in view; their height and gap are the tokens `--tile` and `--tile-gap`. */
export function createColumnView(count: Accessor<number>) {
  const isCoarse = createMedia(COARSE)
  const [measures, setMeasures] = createSignal({ gap: 0, step: STEP })
  const window = createWindow({ count, step: () => measures().step, spare: SPARE, covered: () => measures().gap })
  createEffect(() => {
    const element = window.scroller()
    isCoarse()
    if (element) setMeasures(measuresAt(element))
  })
  /** Between which cards a height of the window lies: 0 is before the first. */
  const gapAt = (clientY: number) => {
    const element = window.scroller()
    if (!element) return 0
    const y = clientY - element.getBoundingClientRect().top + element.scrollTop
    return Math.min(count(), Math.max(0, Math.round(y / measures().step)))
  }
  return {
    watch: window.watch,
    gapAt,
    /** The card at a height of the window, or the one nearest to it. */
    cardAt: (clientY: number) => Math.max(0, Math.min(count() - 1, gapAt(clientY - measures().step / 2))),
    /** Positions that are drawn: from `first` to before `end`. */
    edges: window.edges,
    /** The positions to be known, in steps, so that scrolling by a card asks for nothing new. */
    window: createMemo(
      () => inSteps(window.edges().first - 10, window.edges().end + 10, Number.POSITIVE_INFINITY),
      undefined,
      { equals: (a, b) => a.from === b.from && a.to === b.to },
    ),
    height: window.height,
    topOf: (index: number) => index * measures().step,
    /** The height of a line in the middle of the gap before a position. */
    lineAt: (index: number) => Math.max(0, index * measures().step - measures().gap / 2 + 1),
    show: window.show,
  }
}

function measuresAt(element: HTMLElement) {
  const style = getComputedStyle(element)
  const token = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || 0
  return { gap: token('--tile-gap'), step: token('--tile') + token('--tile-gap') || STEP }
}
