import { type Accessor, createMemo, createSignal, onCleanup, onMount } from 'solid-js'
import { edgesAt } from './window.ts'

/** Things of one height, below each other somewhere inside of what scrolls. */
export interface WithinOptions {
  readonly count: Accessor<number>
  /** From the top of one to the top of the next, px. */
  readonly step: number
  /** How many are drawn beyond those in view, on either side. */
  readonly spare: number
  /** Finds what scrolls, once the list stands in the page. */
  readonly scrollerOf: (list: HTMLElement) => HTMLElement | null
}

/** A window on a run of equal things that has others above it in the same scroller. */
export function createWithin({ count, step, spare, scrollerOf }: WithinOptions) {
  const [top, setTop] = createSignal(0)
  const [height, setHeight] = createSignal(0)
  const watch = (list: HTMLElement) =>
    onMount(() => {
      const scroller = scrollerOf(list)
      if (!scroller) return
      const look = () => {
        setTop(scroller.getBoundingClientRect().top - list.getBoundingClientRect().top)
        setHeight(scroller.clientHeight)
      }
      const observer = new ResizeObserver(look)
      observer.observe(scroller)
      observer.observe(list)
      scroller.addEventListener('scroll', look, { passive: true })
      onCleanup(() => {
        observer.disconnect()
        scroller.removeEventListener('scroll', look)
      })
    })
  return {
    watch,
    edges: createMemo(() => edgesAt(top(), height(), step, count(), spare), undefined, {
      equals: (a, b) => a.first === b.first && a.end === b.end,
    }),
    height: () => count() * step,
  }
}
