import { For, Index, Show } from 'solid-js'
import { useWords } from '../words/words.tsx'
import { leftOf } from './body.tsx'
import type { GridState } from './create-grid.ts'

interface Props {
  readonly grid: GridState
}

/** The heads of the columns; where these stand in groups, the groups' above them. */
export function Head(props: Props) {
  const { grid } = props
  const { view } = grid
  return (
    <thead class="grid-head">
      <Show when={view.hasGroups()}>
        <tr class="grid-head-row groups">
          <Corners grid={grid} isSpanning />
          <For each={view.columnSlots.all()}>{(slot) => <GroupHead grid={grid} slot={slot} />}</For>
          <TotalsGroup grid={grid} />
        </tr>
      </Show>
      <tr class="grid-head-row">
        <Show when={!view.hasGroups()} fallback={<td class="grid-corner-gap" aria-hidden="true" />}>
          <Corners grid={grid} />
        </Show>
        <For each={view.columnSlots.all()}>{(slot) => <ColumnHead grid={grid} slot={slot} />}</For>
        <TotalHeads grid={grid} />
      </tr>
    </thead>
  )
}

/** What the frozen columns are called. */
function Corners(props: Props & { readonly isSpanning?: boolean }) {
  const { view } = props.grid
  return (
    <Index each={view.heads()}>
      {(head, at) => (
        <th
          scope="col"
          class="grid-corner"
          aria-rowspan={props.isSpanning ? 2 : undefined}
          aria-colindex={at + 1}
          style={{ left: `${leftOf(view.heads(), at)}px`, width: `${head().width}px` }}
        >
          <span class="cut">{head().title}</span>
        </th>
      )}
    </Index>
  )
}

interface SlotProps extends Props {
  readonly slot: number
}

/** Over the first column of each group, as wide as all of it. */
function GroupHead(own: SlotProps) {
  const { grid, slot } = own
  const { view, props } = grid
  const column = view.columnSlots.positionOf(slot)
  const group = () => props.columns[column()]?.group
  const isFirst = () => group() !== props.columns[column() - 1]?.group
  const wide = () => {
    let end = column() + 1
    while (props.columns[end]?.group === group() && end < props.columns.length) end++
    return end - column()
  }
  return (
    <Show when={isFirst()}>
      <th
        scope="colgroup"
        class="grid-column-head"
        aria-colindex={view.heads().length + column() + 1}
        aria-colspan={wide()}
        data-column={column()}
        data-wide={wide()}
        style={{
          left: `${view.headsWidth() + column() * props.columnWidth}px`,
          width: `${wide() * props.columnWidth}px`,
        }}
      >
        <span class="cut">{group()}</span>
      </th>
    </Show>
  )
}

function ColumnHead(own: SlotProps) {
  const { grid, slot } = own
  const { view, props, range } = grid
  const column = view.columnSlots.positionOf(slot)
  const isOver = () => column() >= range().left && column() <= range().right
  return (
    <th
      scope="col"
      class="grid-column-head"
      classList={{ over: isOver() }}
      aria-colindex={view.heads().length + column() + 1}
      data-column={column()}
      title={grid.formats.columnName(column())}
      style={{ left: `${view.headsWidth() + column() * props.columnWidth}px` }}
    >
      <span class="cut">{props.columns[column()]?.title}</span>
    </th>
  )
}

function TotalsGroup(props: Props) {
  const { t } = useWords()
  const { view, props: grid } = props.grid
  return (
    <th
      scope="colgroup"
      class="grid-total"
      aria-colindex={view.heads().length + grid.columns.length + 1}
      aria-colspan={grid.measures.length}
      style={{ right: view.isNarrow() ? undefined : '0', width: `${view.totalsWidth()}px` }}
    >
      {t('grid.total')}
    </th>
  )
}

function TotalHeads(props: Props) {
  const { t } = useWords()
  const { view, props: grid } = props.grid
  return (
    <Index each={grid.measures}>
      {(measure, at) => (
        <th
          scope="col"
          class="grid-total"
          aria-colindex={view.heads().length + grid.columns.length + at + 1}
          style={{ right: view.rightOf(at) }}
        >
          {view.hasGroups() ? measure().title : t('grid.total')}
        </th>
      )}
    </Index>
  )
}

/** The totals of the columns. */
export function Foot(props: Props) {
  const { t } = useWords()
  const { view, props: grid, formats } = props.grid
  const last = () => grid.rowIds.length + (view.hasGroups() ? 2 : 1) + 1
  return (
    <tfoot class="grid-foot">
      <tr class="grid-head-row" aria-rowindex={last()}>
        <th
          scope="row"
          class="grid-row-head"
          aria-colindex={1}
          style={{ left: `${leftOf(view.heads(), 0)}px`, width: `${view.headsWidth()}px` }}
        >
          {t('grid.total')}
        </th>
        <For each={view.columnSlots.all()}>{(slot) => <ColumnTotal grid={props.grid} slot={slot} />}</For>
        <Index each={grid.measures}>
          {(measure, at) => (
            <td
              class="grid-total"
              aria-colindex={view.heads().length + grid.columns.length + at + 1}
              style={{ right: view.rightOf(at) }}
            >
              {formats.written(grid.sheet.total(at) || null, measure())}
            </td>
          )}
        </Index>
      </tr>
    </tfoot>
  )
}

function ColumnTotal(own: SlotProps) {
  const { grid, slot } = own
  const { view, props, formats } = grid
  const column = view.columnSlots.positionOf(slot)
  return (
    <td
      class="grid-column-total"
      aria-colindex={view.heads().length + column() + 1}
      style={{ left: `${view.headsWidth() + column() * props.columnWidth}px` }}
    >
      {formats.shown(props.sheet.columnTotal(column()) || null, column())}
    </td>
  )
}
