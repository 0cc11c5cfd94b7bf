import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js'
import { COARSE, createMedia } from '../../look/media.ts'
import { type Column, fitting, leastWidth, tracks, type Widths } from './columns.ts'

/** What says how wide columns are. */
interface Sized<R> {
  readonly columns: readonly Column<R>[]
  readonly widths?: Widths | undefined
  readonly selection?: object | undefined
  readonly onNoRoom?: ((columns: readonly string[]) => void) | undefined
}

/** The column of marks, in pixels: for a mouse, for fingers. */
const [MARKS, WIDE_MARKS] = [32, 44]

/** The columns that stand in a table, and how wide: as given, as one is being pulled, and as the place has room. */
export function createTracks<R>(
  props: Sized<R>,
  view: { readonly isCompact: Accessor<boolean>; readonly width: Accessor<number> },
) {
  const [pulled, setPulled] = createSignal<Widths>({})
  createEffect(
    on(
      () => props.widths,
      () => setPulled({}),
      { defer: true },
    ),
  )
  const widths = createMemo(() => ({ ...props.widths, ...pulled() }))
  const isCoarse = createMedia(COARSE)
  const marks = () => (props.selection ? (isCoarse() ? WIDE_MARKS : MARKS) : 0)
  const columns = createMemo(() =>
    view.isCompact() ? props.columns : fitting(props.columns, view.width() - marks(), widths()),
  )
  createEffect(() => {
    const here = new Set(columns())
    props.onNoRoom?.(props.columns.flatMap((one) => (here.has(one) ? [] : [one.id])))
  })
  return {
    columns,
    tracks: () => {
      if (view.isCompact()) return 'minmax(0, 1fr)'
      return `${marks() > 0 ? `${marks()}px ` : ''}${tracks(columns(), widths())}`
    },
    least: () => leastWidth(columns(), widths()) + marks(),
    /** Shows how wide a column would be while its edge is pulled. */
    pull: (column: string, width: number) => setPulled({ [column]: width }),
  }
}
