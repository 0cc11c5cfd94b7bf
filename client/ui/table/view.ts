import { createVirtualizer } from '@tanstack/solid-virtual'
import { type Accessor, createEffect, createSignal, on, onCleanup, onMount } from 'solid-js'
import { COARSE, COMPACT, createMedia } from '../look/media.ts'
import { window25 } from './handling/cursor.ts'

/** In a place narrower than this a table shows two-line rows too. */
const NARROW_PLACE = 600

export interface ViewOptions {
  readonly count: Accessor<number>
  readonly canBeCompact: boolean
  readonly hasFooter: Accessor<boolean>
  readonly onRange: (from: number, to: number) => void
  /** The row that stays where it is when rows become two-line or one-line; -1 takes the first in view. */
  readonly anchor: Accessor<number>
}

/** The row at the upper edge, under the heads of the columns; whether all of it is seen. */
export interface AtTop {
  readonly index: number
  readonly isWhole: boolean
}

const TOP: AtTop = { index: 0, isWhole: true }

/** What of a list is in view: its rows by position, their height, and whether they are two-line. */
export function createView(options: ViewOptions) {
  const [scroller, setScroller] = createSignal<HTMLElement | null>(null)
  const [width, setWidth] = createSignal(Number.POSITIVE_INFINITY)
  const isSmall = createMedia(COMPACT)
  const isCoarse = createMedia(COARSE)
  const isCompact = () => options.canBeCompact && (isSmall() || width() <= NARROW_PLACE)
  const token = (name: string) => {
    const element = scroller()
    return element ? Number.parseFloat(getComputedStyle(element).getPropertyValue(name)) : 36
  }
  const rowHeight = () => {
    isCoarse()
    return token(isCompact() ? '--row-compact' : '--row')
  }
  const headHeight = () => (isCompact() ? 0 : rowHeight())

  const virtualizer = createVirtualizer({
    get count() {
      return options.count()
    },
    getScrollElement: scroller,
    estimateSize: rowHeight,
    overscan: 10,
    get scrollPaddingStart() {
      return headHeight()
    },
    get scrollPaddingEnd() {
      return options.hasFooter() ? rowHeight() : 0
    },
    get scrollMargin() {
      return headHeight()
    },
  })

  /** A card that is opened makes the rows higher: the one that was clicked must not run away from the pointer. */
  const keepInPlace = (now: number, before: number) => {
    const element = scroller()
    if (!element) return
    const index = options.anchor() >= 0 ? options.anchor() : Math.floor(element.scrollTop / before)
    const heads = isCompact() ? -before : now
    queueMicrotask(() => element.scrollBy(0, index * (now - before) + heads))
  }
  const resize = (now: number, before: number | undefined) => {
    if (before === undefined || before === now) return
    virtualizer.measure()
    keepInPlace(now, before)
  }
  createEffect(on(rowHeight, resize))
  createEffect(() => {
    const rows = virtualizer.getVirtualItems()
    const [first, last] = [rows[0], rows.at(-1)]
    if (!first || !last) return
    const { from, to } = window25(first.index, last.index, options.count())
    announce(from, to)
  })
  let announced = ''
  const announce = (from: number, to: number) => {
    if (announced === `${from} ${to}`) return
    announced = `${from} ${to}`
    options.onRange(from, to)
  }

  const [atTop, setAtTop] = createSignal<AtTop>(TOP, {
    equals: (a, b) => a.index === b.index && a.isWhole === b.isWhole,
  })
  const lookAtTop = (element: HTMLElement) => {
    const index = Math.floor(element.scrollTop / rowHeight())
    setAtTop({ index, isWhole: element.scrollTop - index * rowHeight() < 1 })
  }

  // The virtualizer looks at an element once, by the window of its document: before it stands in the page it has none.
  const watch = (element: HTMLElement) => {
    const observer = new ResizeObserver(() => {
      setWidth(element.clientWidth)
      if (element.isConnected) setScroller(element)
    })
    const scrolled = () => lookAtTop(element)
    onMount(() => observer.observe(element))
    element.addEventListener('scroll', scrolled, { passive: true })
    onCleanup(() => observer.disconnect())
  }

  return {
    watch,
    isCompact,
    /** Of the place, in pixels. */
    width,
    rows: () => virtualizer.getVirtualItems(),
    height: () => virtualizer.getTotalSize(),
    topOf: (start: number) => start - headHeight(),
    perPage: () => Math.max(1, Math.floor(((scroller()?.clientHeight ?? 0) - headHeight()) / rowHeight()) - 1),
    atTop,
    show: (index: number) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  }
}
