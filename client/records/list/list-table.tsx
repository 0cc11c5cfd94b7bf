import Copy from 'lucide-solid/icons/copy'
import Download from 'lucide-solid/icons/download'
import { createMemo, type JSX, Show } from 'solid-js'
import { summedFields } from '../../../shared/lists/fields.ts'
import type { ViewColumn } from '../../../shared/lists/view.ts'
import { type GroupHead as Head, isHead } from '../../data/queries/query.ts'
import { createPicture } from '../../picture/create-picture.ts'
import { putBeside, type Side } from '../../ui/table/columns/columns.ts'
import { type Column, Table } from '../../ui/table/table.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { createCurrency } from '../company.ts'
import { useMayWrite } from '../rights.ts'
import { GroupHead } from './group-head.tsx'
import type { Listing } from './listing.ts'
import { SelectionBar } from './selection/selection-bar.tsx'
import { useSheet } from './sheet/use-sheet.ts'
import { createTotals } from './totals.ts'

/** What a list's table is given. */
export interface ListTableProps<R extends { readonly id: string }> {
  readonly listing: Listing<R>
  readonly label: string
  /** «12 заказов». */
  readonly countOf: (n: number) => string
  /** The record whose card is open. */
  readonly selected: string | null
  readonly onOpen: (id: string) => void
  readonly onClose: () => void
  /** A row in two lines. */
  readonly compact: (row: R) => JSX.Element
  readonly empty: JSX.Element
}

/** A list as its view has it: columns, order, groups with totals, every row live; and what is chosen, under it. */
export function ListTable<R extends { readonly id: string }>(props: ListTableProps<R>) {
  const { definition, state, groups, rows, selection, query } = props.listing
  const { t } = useWords()
  const currency = createCurrency()
  const mayWrite = useMayWrite(definition.collection)
  const columns = createMemo(() => shownColumns(definition.columns(), state.view().columns))
  const widths = createMemo(() => widthsOf(state.view().columns))
  const sheet = useSheet(props.listing, () => props.label)
  const copyChosen = () => sheet.copy(selection.ids())
  const totalOf = createTotals(definition.collection, currency)
  const summed = summedFields(definition.collection).map(({ field }) => field)
  const foot = (column: string) => {
    if (column === columns()[0]?.id) return <>{props.countOf(rows.count())}</>
    return summed.includes(column) && <>{totalOf(column, rows.totals(), true)}</>
  }
  createPicture({
    rows: () => (rows.isLoading() ? null : rows.length()),
    isLive: () => !rows.isLoading() && !rows.isRemembered() && props.selected === null,
  })
  const sort = () => {
    const [first] = state.view().sort
    return first && { column: first.field, down: first.down }
  }
  return (
    <div class="list-place">
      <Table<R, Head>
        label={props.label}
        busy={rows.isRemembered()}
        count={rows.length()}
        rowAt={rows.rowAt}
        onRange={rows.onRange}
        rowId={(row) => row.id}
        columns={columns()}
        widths={widths()}
        onWidth={(column, width) => state.change({ columns: withWidth(state.view().columns, column, width) })}
        onMove={(column, beside, side) =>
          state.change({ columns: withMoved(state.view().columns, column, beside, side) })
        }
        onNoRoom={props.listing.setNoRoom}
        sort={sort()}
        onSort={({ column, down }) => state.change({ sort: [{ field: column, down }] })}
        isGroup={(row): row is Head => isHead(row)}
        summed={summed}
        groupSum={(head, column) => summed.includes(column) && totalOf(column, head.totals, true)}
        group={(head, isSummed) => (
          <GroupHead
            head={head}
            isSummed={isSummed}
            collection={definition.collection}
            count={props.countOf(head.count)}
            currency={currency()}
            onToggle={() => groups.toggle(head.id)}
          />
        )}
        onGroup={(head) => groups.toggle(head.id)}
        groupOf={rows.headOf}
        footer={foot}
        selected={props.selected ?? undefined}
        onOpen={props.onOpen}
        onClose={props.onClose}
        selection={selection}
        onCopy={selection.count > 0 ? copyChosen : undefined}
        compact={props.compact}
        empty={<Show when={!rows.isLoading()}>{props.empty}</Show>}
      />
      <Show when={selection.count > 0}>
        <SelectionBar
          definition={definition}
          selection={selection}
          query={query(0, 0)}
          acts={mayWrite ? definition.acts : []}
          more={[
            { label: t('lists.sheet.copy'), icon: Copy, onSelect: copyChosen },
            { label: t('lists.sheet.csv'), icon: Download, onSelect: () => sheet.save('csv', selection.ids()) },
            { label: t('lists.sheet.xlsx'), icon: Download, onSelect: () => sheet.save('xlsx', selection.ids()) },
          ]}
          currency={currency()}
          countOf={props.countOf}
        />
      </Show>
    </div>
  )
}

/** The columns of a view, in its order; those that the list has not are left out. */
function shownColumns<R>(all: readonly Column<R>[], shown: readonly ViewColumn[]): readonly Column<R>[] {
  return shown.flatMap(({ field }) => all.find(({ id }) => id === field) ?? [])
}

function widthsOf(shown: readonly ViewColumn[]): { readonly [column: string]: number } {
  return Object.fromEntries(shown.flatMap(({ field, width }) => (width === undefined ? [] : [[field, width]])))
}

function withMoved(shown: readonly ViewColumn[], column: string, beside: string, side: Side): readonly ViewColumn[] {
  const fields = shown.map(({ field }) => field)
  return putBeside(fields, column, beside, side).flatMap((name) => shown.find(({ field }) => field === name) ?? [])
}

function withWidth(shown: readonly ViewColumn[], column: string, width: number): ViewColumn[] {
  return shown.map((one) => (one.field === column ? { field: column, width } : one))
}
