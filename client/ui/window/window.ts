import { type Accessor, createMemo, createSignal, onCleanup, onMount } from 'solid-js'

/** Things of the same height, one below the other, of which only those in view are drawn. */
export interface WindowOptions {
  readonly count: Accessor<number>
  /** From the top of one to the top of the next, px. */
  readonly step: Accessor<number>
  /** How many are drawn beyond those in view, on either side. */
  readonly spare: number
  /** How much of the scroller's height (px) covers them: heads, totals, a gap that is to be seen. */
  readonly covered: Accessor<number>
}

/** Positions that are drawn: from `first` to before `end`. */
export interface Edges {
  readonly first: number
  readonly end: number
}

/** What is drawn where the scroller has come to `top`, px. While things are many enough, it is always the same number of them. */
export function edgesAt(top: number, height: number, step: number, count: number, spare: number): Edges {
  if (height <= 0) return { first: 0, end: 0 }
  const size = Math.min(count, Math.ceil(height / step) + 1 + 2 * spare)
  const first = Math.min(count - size, Math.max(0, Math.floor(top / step) - spare))
  return { first, end: first + size }
}

/** Where to scroll from `top` (px), so that a position is in view in a place of so much room; `top` where it is. */
export function topFor(position: number, step: number, top: number, room: number): number {
  if (position * step < top) return position * step
  return Math.max(top, (position + 1) * step - room)
}

/** A window on a run of equal things: heights are given, none is measured, so that a hundred thousand cost what ten do. */
export function createWindow({ count, step, spare, covered }: WindowOptions) {
  const [scroller, setScroller] = createSignal<HTMLElement | null>(null)
  const [top, setTop] = createSignal(0)
  const [height, setHeight] = createSignal(0)
  const [width, setWidth] = createSignal(Number.POSITIVE_INFINITY)
  const look = (element: HTMLElement) => setTop(element.scrollTop)
  const measure = (element: HTMLElement) => {
    if (!element.isConnected) return
    setScroller(element)
    setWidth(element.clientWidth)
    setHeight(element.clientHeight)
    look(element)
  }
  const watch = (element: HTMLElement) => {
    const observer = new ResizeObserver(() => measure(element))
    const scrolled = () => look(element)
    onMount(() => observer.observe(element))
    element.addEventListener('scroll', scrolled, { passive: true })
    onCleanup(() => observer.disconnect())
  }
  return {
    watch,
    /** The element that scrolls, once it stands in the page. */
    scroller,
    top,
    /** Of the place, in pixels. */
    width,
    room: () => Math.max(0, height() - covered()),
    edges: createMemo(() => edgesAt(top(), height(), step(), count(), spare), undefined, {
      equals: (a, b) => a.first === b.first && a.end === b.end,
    }),
    height: () => count() * step(),
    /** Scrolls as little as brings a position into view. */
    show(position: number) {
      const element = scroller()
      if (!element) return
      const wanted = topFor(position, step(), top(), height() - covered())
      if (wanted === top()) return
      element.scrollTop = wanted
      look(element)
    },
  }
}
