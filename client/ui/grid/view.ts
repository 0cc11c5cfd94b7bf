import { type Accessor, createEffect, createMemo, createSignal, onCleanup, onMount } from 'solid-js'
import { COARSE, createMedia } from '../look/media.ts'
import { createSlots } from '../window/slots.ts'
import { edgesAt, topFor } from '../window/window.ts'
import type { GridProps } from './props.ts'
import { inside, type Place } from './selection/selection.ts'

/** Rows and columns drawn beyond those in view, on either side. */
const SPARE_ROWS = 4
const SPARE_COLUMNS = 2
/** A row's height (px) before the page has said it. */
const ROW = 32
/** In a place narrower than this (px) one column is frozen, and totals are scrolled to. */
const NARROW_PLACE = 640
const NARROW_HEAD = 118

export type GridView = ReturnType<typeof createGridView>

/** What of a grid is in view, both ways: by arithmetic, nothing is measured but the place itself. */
export function createGridView(props: GridProps) {
  const place = createPlace()
  const isNarrow = createMemo(() => place.width() < NARROW_PLACE)
  const heads = createMemo(() => frozenHeads(props, isNarrow()))
  const headsWidth = () => heads().reduce((sum, { width }) => sum + width, 0)
  const hasGroups = createMemo(() => props.columns.some(({ group }) => group !== undefined))
  const rowHeight = place.rowHeight
  const headHeight = () => rowHeight() * (hasGroups() ? 2 : 1)
  const totalsWidth = () => props.measures.length * props.totalWidth
  const rows = () => props.rowIds.length
  const roomHigh = () => Math.max(0, place.height() - headHeight() - rowHeight())
  const roomWide = () => Math.max(0, place.width() - headsWidth() - (isNarrow() ? 0 : totalsWidth()))
  const rowEdges = createEdges(place.top, roomHigh, rowHeight, rows, SPARE_ROWS)
  const width = () => props.columnWidth
  const columnEdges = createEdges(place.left, roomWide, width, () => props.columns.length, SPARE_COLUMNS)
  return {
    watch: place.watch,
    scroller: place.scroller,
    isNarrow,
    heads,
    headsWidth,
    hasGroups,
    headHeight,
    rowHeight,
    totalsWidth,
    /** How far from the right edge the totals of a measure are kept in sight; where it is narrow they are scrolled to. */
    rightOf: (measure: number) =>
      isNarrow() ? undefined : `${(props.measures.length - 1 - measure) * props.totalWidth}px`,
    rowSlots: createSlots(rowEdges),
    columnSlots: createSlots(columnEdges),
    /** Of all rows together, px. */
    bodyHeight: () => rows() * rowHeight(),
    bodyWidth: () => props.columns.length * width(),
    perPage: () => Math.max(1, Math.floor(roomHigh() / rowHeight()) - 1),
    /** Scrolls as little as brings a cell into view. */
    show({ row, column }: Place) {
      place.scrollTo(
        topFor(column, width(), place.left(), roomWide()),
        topFor(row, rowHeight(), place.top(), roomHigh()),
      )
    },
    /** The cell nearest to a point of the window. */
    placeAt(x: number, y: number): Place {
      const box = place.scroller()?.getBoundingClientRect() ?? { left: 0, top: 0 }
      const column = Math.floor((x - box.left - headsWidth() + place.left()) / width())
      const row = Math.floor((y - box.top - headHeight() + place.top()) / rowHeight())
      return inside({ row, column }, { rows: rows(), columns: props.columns.length })
    },
  }
}

function frozenHeads({ heads }: GridProps, isNarrow: boolean) {
  const [first] = heads
  return isNarrow && first ? [{ ...first, width: NARROW_HEAD }] : heads
}

function createEdges(
  from: Accessor<number>,
  room: Accessor<number>,
  step: Accessor<number>,
  count: Accessor<number>,
  spare: number,
) {
  return createMemo(() => edgesAt(from(), room(), step(), count(), spare), undefined, {
    equals: (a, b) => a.first === b.first && a.end === b.end,
  })
}

/** The element that scrolls: how far it is scrolled, how large it is. */
function createPlace() {
  const [scroller, setScroller] = createSignal<HTMLElement | null>(null)
  const [top, setTop] = createSignal(0)
  const [left, setLeft] = createSignal(0)
  const [height, setHeight] = createSignal(0)
  const [width, setWidth] = createSignal(0)
  const [rowHeight, setRowHeight] = createSignal(ROW)
  const isCoarse = createMedia(COARSE)
  const look = (element: HTMLElement) => {
    setTop(element.scrollTop)
    setLeft(element.scrollLeft)
  }
  const watch = (element: HTMLElement) => {
    const measure = () => {
      if (!element.isConnected) return
      setScroller(element)
      setWidth(element.clientWidth)
      setHeight(element.clientHeight)
      look(element)
    }
    const observer = new ResizeObserver(measure)
    onMount(() => observer.observe(element))
    element.addEventListener('scroll', () => look(element), { passive: true })
    onCleanup(() => observer.disconnect())
  }
  createEffect(() => {
    const element = scroller()
    isCoarse()
    if (element) setRowHeight(Number.parseFloat(getComputedStyle(element).getPropertyValue('--grid-row')) || ROW)
  })
  const scrollTo = (toLeft: number, toTop: number) => {
    const element = scroller()
    if (!element || (toLeft === left() && toTop === top())) return
    // Each of them asks for a layout.
    if (toLeft !== left()) element.scrollLeft = toLeft
    if (toTop !== top()) element.scrollTop = toTop
    look(element)
  }
  return { watch, scroller, top, left, height, width, rowHeight, scrollTo }
}
