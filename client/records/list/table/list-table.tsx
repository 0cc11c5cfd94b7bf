import Contact from 'lucide-solid/icons/contact'
import Copy from 'lucide-solid/icons/copy'
import Download from 'lucide-solid/icons/download'
import { type Accessor, createMemo, type JSX, Show } from 'solid-js'
import { summedFields } from '../../../../shared/lists/fields.ts'
import type { ViewColumn } from '../../../../shared/lists/view.ts'
import { type GroupHead as Head, isHead } from '../../../data/queries/query.ts'
import { createPicture } from '../../../picture/create-picture.ts'
import { putBeside, type Side } from '../../../ui/table/columns/columns.ts'
import type { TableProps } from '../../../ui/table/props.ts'
import { type Column, type Sort, Table } from '../../../ui/table/table.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createCurrency } from '../../company.ts'
import { useMayWrite } from '../../rights.ts'
import { useCards } from '../../saving/use-cards.ts'
import type { Listing } from '../listing.ts'
import { SelectionBar } from '../selection/selection-bar.tsx'
import { type Sheet, type SheetFile, useSheet } from '../sheet/use-sheet.ts'
import { GroupHead } from './group-head.tsx'
import { isNarrowed, NothingFound } from './nothing-found.tsx'
import { createTotals } from './totals.ts'
import { Unrated } from './unrated.tsx'

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
  readonly watchRow?: TableProps<R>['watchRow']
}

/** A list as its view has it: columns, order, groups with totals, every row live; and what is chosen, under it. */
export function ListTable<R extends { readonly id: string }>(props: ListTableProps<R>) {
  const { definition, groups, rows, selection } = props.listing
  const currency = createCurrency()
  const sheet = useSheet(props.listing, () => props.label)
  const columns = createColumns(props.listing)
  const totals = createSums(props, columns.shown, currency)
  createPicture({
    rows: () => (rows.isLoading() ? null : rows.length()),
    isLive: () => !rows.isLoading() && !rows.isRemembered() && props.selected === null,
  })
  return (
    <div class="list-place">
      <Unrated {...props} />
      <Table<R, Head>
        label={props.label}
        busy={rows.isRemembered()}
        count={rows.length()}
        rowAt={rows.rowAt}
        onRange={rows.onRange}
        rowId={(row) => row.id}
        columns={columns.shown()}
        widths={columns.widths()}
        onWidth={columns.pull}
        onMove={columns.move}
        onNoRoom={props.listing.setNoRoom}
        sort={columns.sorted()}
        onSort={columns.sort}
        isGroup={(row): row is Head => isHead(row)}
        summed={totals.summed}
        groupSum={totals.ofGroup}
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
        footer={totals.foot}
        selected={props.selected ?? undefined}
        onOpen={props.onOpen}
        onClose={props.onClose}
        selection={selection}
        onCopy={selection.count > 0 ? () => sheet.copy(selection.ids()) : undefined}
        compact={props.compact}
        watchRow={props.watchRow}
        empty={
          <Show when={!rows.isLoading()}>
            <Show when={isNarrowed(props.listing.state)} fallback={props.empty}>
              <NothingFound state={props.listing.state} />
            </Show>
          </Show>
        }
      />
      <Show when={selection.count > 0}>
        <Chosen {...props} sheet={sheet} currency={currency()} />
      </Show>
    </div>
  )
}

interface ChosenProps<R extends { readonly id: string }> extends ListTableProps<R> {
  readonly sheet: Sheet
  readonly currency: string
}

/** What can be done with the records that are chosen. */
function Chosen<R extends { readonly id: string }>(props: ChosenProps<R>) {
  const { t } = useWords()
  const { definition, selection, query } = props.listing
  const mayWrite = useMayWrite(definition.collection)
  const save = (file: SheetFile) => props.sheet.save(file, selection.ids())
  const cards = useCards()
  const asCards = { label: t('exchange.export.chosenCards'), icon: Contact, onSelect: () => cards(selection.ids()) }
  return (
    <SelectionBar
      definition={definition}
      selection={selection}
      query={query(0, 0)}
      acts={mayWrite ? definition.acts : []}
      more={[
        { label: t('lists.sheet.copy'), icon: Copy, onSelect: () => props.sheet.copy(selection.ids()) },
        { label: t('lists.sheet.csv'), icon: Download, onSelect: () => save('csv') },
        { label: t('lists.sheet.xlsx'), icon: Download, onSelect: () => save('xlsx') },
        ...(definition.collection === 'customers' ? [asCards] : []),
      ]}
      currency={props.currency}
      countOf={props.countOf}
    />
  )
}

/** The columns of a list's view, and changing them. */
function createColumns<R extends { readonly id: string }>({ definition, state }: Listing<R>) {
  const inView = () => state.view().columns
  return {
    shown: createMemo(() => shownColumns(definition.columns(), inView())),
    widths: createMemo(() => widthsOf(inView())),
    pull: (column: string, width: number) => state.change({ columns: withWidth(inView(), column, width) }),
    move: (column: string, beside: string, side: Side) =>
      state.change({ columns: withMoved(inView(), column, beside, side) }),
    sorted: (): Sort | undefined => {
      const [first] = state.view().sort
      return first && { column: first.field, down: first.down }
    },
    sort: ({ column, down }: Sort) => state.change({ sort: [{ field: column, down }] }),
  }
}

/** What the columns of a list come to, at its foot and of each group. */
function createSums<R extends { readonly id: string }>(
  props: ListTableProps<R>,
  shown: Accessor<readonly Column<R>[]>,
  currency: Accessor<string>,
) {
  const { definition, rows } = props.listing
  const totalOf = createTotals(definition.collection, currency)
  const summed = summedFields(definition.collection).map(({ field }) => field)
  return {
    /** The columns that have a sum. */
    summed,
    ofGroup: (head: Head, column: string) => summed.includes(column) && totalOf(column, head.totals, true),
    foot: (column: string) => {
      if (column === shown()[0]?.id) return <>{props.countOf(rows.count())}</>
      return summed.includes(column) && <>{totalOf(column, rows.totals(), true)}</>
    },
  }
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
