import { createMemo, For, type JSX, Show } from 'solid-js'
import { hueOf, hueStyle } from '../look/hues.ts'
import type { GridState } from './create-grid.ts'
import { Editor } from './editor.tsx'
import type { Other } from './props.ts'
import { type Place, type Range, sizeOf } from './selection/selection.ts'

interface LayerProps {
  readonly grid: GridState
  /** What would be filled as the handle is pulled. */
  readonly filling: Range | null
}

/** What lies over the cells: the selection, others, what stayed out of a paste, the field that is typed in. */
export function Layer(props: LayerProps) {
  const { grid } = props
  const { view, range, active, isOne } = grid
  const boxOf = createBoxes(grid)
  const refused = createMemo(() => {
    const notice = grid.notice()
    return notice && 'pasted' in notice ? notice.pasted.refused : []
  })
  return (
    <div
      class="grid-layer"
      style={{
        top: `${view.headHeight()}px`,
        left: `${view.headsWidth()}px`,
        width: `${view.bodyWidth()}px`,
        height: `${view.bodyHeight()}px`,
      }}
    >
      <For each={refused().filter(grid.isDrawn)}>
        {(place) => <div class="grid-refused" style={boxOf(cellOf(place))} title={place.text} />}
      </For>
      <For each={(grid.props.marks ?? []).filter(grid.isDrawn)}>
        {(mark) => <div class="grid-mark" style={boxOf(cellOf(mark))} title={mark.words} />}
      </For>
      <For each={grid.props.others ?? []}>{(other) => <OtherMark other={other} box={boxOf(cellOf(other))} />}</For>
      <Show when={!isOne()}>
        <div class="grid-range" style={boxOf(range())} />
      </Show>
      <div class="grid-active" style={boxOf(cellOf(active()))} />
      <Show when={props.filling}>{(whole) => <div class="grid-filling" style={boxOf(whole())} />}</Show>
      <Show when={!grid.props.isReadOnly && !grid.editing.draft()}>
        <Handle grid={grid} />
      </Show>
      <Show when={grid.editing.draft()} keyed>
        {(draft) => <Editor grid={grid} draft={draft} box={boxOf(cellOf(grid.editing.placeOf(draft)))} />}
      </Show>
    </div>
  )
}

/** Where a range lies in the layer. */
function createBoxes({ view, props }: GridState): (range: Range) => JSX.CSSProperties {
  return (range) => {
    const { rows, columns } = sizeOf(range)
    return {
      transform: `translate(${range.left * props.columnWidth}px, ${range.top * view.rowHeight()}px)`,
      width: `${columns * props.columnWidth}px`,
      height: `${rows * view.rowHeight()}px`,
    }
  }
}

function cellOf({ row, column }: Place): Range {
  return { top: row, left: column, bottom: row, right: column }
}

/** Somebody else types here: an edge in his colour, and his name on it. */
function OtherMark(props: { readonly other: Other; readonly box: JSX.CSSProperties }) {
  return (
    <div
      class="grid-other hue"
      classList={{ first: props.other.row === 0 }}
      style={{ ...hueStyle(hueOf(props.other.name)), ...props.box }}
      title={props.other.words}
    >
      <span aria-hidden="true">{props.other.name}</span>
      <span class="said">{props.other.words}</span>
    </div>
  )
}

/** The square at the corner of the range. */
function Handle(props: { readonly grid: GridState }) {
  const { range, view, props: grid } = props.grid
  const at = () =>
    `translate(${(range().right + 1) * grid.columnWidth}px, ${(range().bottom + 1) * view.rowHeight()}px)`
  return <div class="grid-handle" style={{ transform: at() }} aria-hidden="true" />
}
