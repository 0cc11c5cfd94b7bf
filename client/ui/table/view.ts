import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { COARSE, COMPACT, createMedia } from '../look/media.ts'
import { keepTop } from '../window/kept-top.ts'
import { createSlots } from '../window/slots.ts'
import { createWindow } from '../window/window.ts'
import { inSteps } from './handling/cursor.ts'

/** So many rows are drawn in a task; more of them would keep the page from answering. */
const AT_ONCE = 6
/** And so many in the first one: what is drawn for the first time is slow, and all that the list's answer changes is drawn with them. */
const FIRST = 2
/** In a place narrower than this a table shows two-line rows too. */
const NARROW_PLACE = 600
/** Rows drawn beyond those in view, on either side. */
const SPARE = 6
/** A row's height (px) before the page has said it. */
const ROW = 36

export interface ViewOptions {
  readonly count: Accessor<number>
  readonly canBeCompact: boolean
  readonly hasFooter: Accessor<boolean>
  readonly onRange: (from: number, to: number) => void
  /** The row that stays where it is when rows become two-line or one-line; -1 takes the first in view. */
  readonly anchor: Accessor<number>
  /** Under what name the place is kept; undefined: it is not. */
  readonly keptAs: Accessor<string | undefined>
}

/** How high rows are in one line and in two, px. */
interface RowHeights {
  readonly row: number
  readonly compact: number
}

/** The row at the upper edge, under the heads of the columns; whether all of it is seen. */
export interface AtTop {
  readonly index: number
  readonly isWhole: boolean
}

/** What of a list is in view: its rows by position, their height, and whether they are two-line. */
export function createView(options: ViewOptions) {
  const isSmall = createMedia(COMPACT)
  const isCoarse = createMedia(COARSE)
  const [width, setWidth] = createSignal(Number.POSITIVE_INFINITY)
  const isCompact = createMemo(() => options.canBeCompact && (isSmall() || width() <= NARROW_PLACE))
  const [tokens, setTokens] = createSignal<RowHeights | null>(null)
  const rowHeight = createMemo(() => (isCompact() ? tokens()?.compact : tokens()?.row) ?? ROW)
  const headHeight = () => (isCompact() ? 0 : rowHeight())
  const window = createWindow({
    count: options.count,
    step: rowHeight,
    spare: SPARE,
    covered: () => headHeight() + (options.hasFooter() ? rowHeight() : 0),
  })
  createEffect(() => setWidth(window.width()))
  createEffect(() => {
    const element = window.scroller()
    isCoarse()
    if (element) setTokens(tokensAt(element))
  })

  keepTop({ name: options.keptAs, scroller: window.scroller, height: window.height, room: window.room })
  keepInPlace(window.scroller, isCompact, tokens, options.anchor)
  const range = createMemo(() => inSteps(window.edges().first, window.edges().end - 1, options.count()), undefined, {
    equals: (a, b) => a.from === b.from && a.to === b.to,
  })
  createEffect(() => {
    const { from, to } = range()
    if (to > from) options.onRange(from, to)
  })
  const atTop = createMemo(
    (): AtTop => {
      const index = Math.floor(window.top() / rowHeight())
      return { index, isWhole: window.top() - index * rowHeight() < 1 }
    },
    undefined,
    { equals: (a, b) => a.index === b.index && a.isWhole === b.isWhole },
  )
  const slots = createSlots(window.edges)
  return {
    watch: window.watch,
    isCompact,
    width,
    slots: { ...slots, all: createSlices(slots.all) },
    /** Of all rows together, px. */
    height: window.height,
    topOf: (index: number) => index * rowHeight(),
    perPage: () => Math.max(1, Math.floor(window.room() / rowHeight()) - 1),
    atTop,
    show: window.show,
  }
}

/** A card that is opened makes the rows higher: the one that was clicked must not run away from the pointer. */
function keepInPlace(
  scroller: Accessor<HTMLElement | null>,
  isCompact: Accessor<boolean>,
  heights: Accessor<RowHeights | null>,
  anchor: Accessor<number>,
): void {
  const scrollFrom = (before: number, now: number) => {
    const element = scroller()
    if (!element) return
    const index = anchor() >= 0 ? anchor() : Math.floor(element.scrollTop / before)
    const heads = isCompact() ? -before : now
    queueMicrotask(() => element.scrollBy(0, index * (now - before) + heads))
  }
  createEffect(
    on(isCompact, (isNow, was) => {
      const high = heights()
      if (was === undefined || high === null) return
      if (isNow) scrollFrom(high.row, high.compact)
      else scrollFrom(high.compact, high.row)
    }),
  )
}

function tokensAt(element: HTMLElement): RowHeights {
  const style = getComputedStyle(element)
  const token = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || ROW
  return { row: token('--row'), compact: token('--row-compact') }
}

/** Slots as they come; many new ones, as a table begins with or a wider search brings back, some at a time. */
function createSlices(slots: Accessor<readonly number[]>): Accessor<readonly number[]> {
  const [most, setMost] = createSignal(FIRST)
  createEffect(() => {
    if (slots().length <= most()) {
      setMost(Math.max(FIRST, slots().length))
      return
    }
    const timer = setTimeout(() => setMost(most() + AT_ONCE))
    onCleanup(() => clearTimeout(timer))
  })
  return createMemo(() => (slots().length <= most() ? slots() : slots().slice(0, most())))
}
