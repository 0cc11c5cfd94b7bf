import { createVirtualizer } from '@tanstack/solid-virtual'
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup, onMount } from 'solid-js'
import { COARSE, createMedia } from '../look/media.ts'
import { window25 } from '../table/handling/cursor.ts'

/** What of a column of equal cards is in view; their height and gap are the tokens `--tile` and `--tile-gap`. */
export function createColumnView(count: Accessor<number>) {
  const [scroller, setScroller] = createSignal<HTMLElement | null>(null)
  const isCoarse = createMedia(COARSE)
  const measures = createMemo(() => {
    isCoarse()
    const element = scroller()
    const style = element && getComputedStyle(element)
    const token = (name: string) => Number.parseFloat(style?.getPropertyValue(name) ?? '') || 0
    return { gap: token('--tile-gap'), step: token('--tile') + token('--tile-gap') || 100 }
  })
  const virtualizer = createVirtualizer({
    get count() {
      return count()
    },
    getScrollElement: scroller,
    estimateSize: () => measures().step,
    overscan: 4,
    get scrollPaddingEnd() {
      return measures().gap
    },
  })
  createEffect(on(measures, () => virtualizer.measure(), { defer: true }))
  const edges = createMemo(
    () => {
      const items = virtualizer.getVirtualItems()
      return { first: items[0]?.index ?? 0, end: (items.at(-1)?.index ?? -1) + 1 }
    },
    undefined,
    { equals: (a, b) => a.first === b.first && a.end === b.end },
  )

  // The virtualizer looks at an element once, by the window of its document: before it stands in the page it has none.
  const watch = (element: HTMLElement) => {
    const observer = new ResizeObserver(() => element.isConnected && setScroller(element))
    onMount(() => observer.observe(element))
    onCleanup(() => observer.disconnect())
  }
  /** Between which cards a height of the window lies: 0 is before the first. */
  const gapAt = (clientY: number) => {
    const element = scroller()
    if (!element) return 0
    const y = clientY - element.getBoundingClientRect().top + element.scrollTop
    return Math.min(count(), Math.max(0, Math.round(y / measures().step)))
  }
  return {
    watch,
    gapAt,
    /** The card at a height of the window, or the one nearest to it. */
    cardAt: (clientY: number) => Math.max(0, Math.min(count() - 1, gapAt(clientY - measures().step / 2))),
    /** Positions that are drawn: from `first` to before `end`. */
    edges,
    /** The positions to be known, in steps, so that scrolling by a card asks for nothing new. */
    window: createMemo(() => window25(edges().first - 10, edges().end + 10, Number.POSITIVE_INFINITY), undefined, {
      equals: (a, b) => a.from === b.from && a.to === b.to,
    }),
    height: () => virtualizer.getTotalSize(),
    topOf: (index: number) => index * measures().step,
    show: (index: number) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  }
}
