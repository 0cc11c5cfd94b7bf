import { createMemo, createSignal, Show } from 'solid-js'
import type { Sort } from '../../../../../shared/orders/collections.ts'
import { FilterRow } from '../../../../records/list/bar/filter-row.tsx'
import { LooksSheet } from '../../../../records/list/bar/looks-sheet.tsx'
import { FilterProvider } from '../../../../records/list/filter/context.tsx'
import { FilterPanel } from '../../../../records/list/filter/panel.tsx'
import type { Offers } from '../../../../records/list/table/values.ts'
import type { ShownKind } from '../../../../records/process/process.ts'
import { Select } from '../../../../ui/inputs/choice/select.tsx'
import { Toggle } from '../../../../ui/inputs/toggles/checkbox.tsx'
import { SearchField } from '../../../../ui/inputs/typed/search-field.tsx'
import { COMPACT, createMedia } from '../../../../ui/look/media.ts'
import { useWords } from '../../../../ui/words/words.tsx'
import { ListOrBoard } from '../../list-or-board.tsx'
import type { BoardView } from './view.ts'

/** The bar over a board. */
export interface BarProps {
  readonly sort: Sort
  readonly kinds: readonly ShownKind[]
  readonly kind: ShownKind | null
  readonly onKind: (kind: string) => void
  readonly view: BoardView
  readonly onView: (view: BoardView) => void
}

/** Fields with a filter of their own over the board. */
const QUICK = ['responsible', 'date', 'shipment', 'tooLong']
/** The board itself says these. */
const WITHOUT = ['sort', 'kind']

/**
 * Which kind, the filters of lists, lanes, search; and, unfolded, the whole filter. On a phone these are two rows: the kind,
 * and what filters, to be scrolled sideways; the rest stands on a sheet.
 */
export function Bar(props: BarProps) {
  const { t } = useWords()
  const isPhone = createMedia(COMPACT)
  const [isUnfolded, setUnfolded] = createSignal(false)
  const states = createMemo(() => new Set(props.kind?.states.map((state) => state.id)))
  const offers: Offers = (field, record) => field !== 'state' || states().has(String(record.id))
  const change = (part: Partial<BoardView>) => props.onView({ ...props.view, ...part })
  const ways = () => <ListOrBoard sort={props.sort} shown="board" kind={props.kind?.id ?? null} />
  const lanes = () => (
    <Toggle label={t('board.lanes')} checked={props.view.lanes} onCommit={(isOn) => change({ lanes: isOn })} />
  )
  const search = () => (
    <SearchField label={t('lists.search')} value={props.view.search} onInput={(text) => change({ search: text })} />
  )
  return (
    <FilterProvider collection="orders" without={WITHOUT} offers={offers}>
      <Show when={!isPhone()}>{ways()}</Show>
      <Select
        bare
        required
        class="board-kind"
        label={t('records.orders.fields.kind')}
        value={props.kind?.id ?? null}
        options={props.kinds.map(({ id, name }) => ({ value: id, label: name }))}
        onCommit={(kind) => kind !== null && props.onKind(kind)}
      />
      <FilterRow
        quick={QUICK}
        filter={props.view.filter}
        onChange={(filter) => change({ filter })}
        counted={props.view.filter}
        isUnfolded={isUnfolded()}
        onUnfold={() => setUnfolded(!isUnfolded())}
      >
        <Show when={!isPhone()}>{lanes()}</Show>
      </FilterRow>
      <div class="list-bar-looks">
        <Show when={isPhone()} fallback={search()}>
          <LooksSheet isSet={props.view.lanes || props.view.search !== ''}>
            {ways()}
            {search()}
            {lanes()}
          </LooksSheet>
        </Show>
      </div>
      <Show when={isUnfolded()}>
        <FilterPanel
          filter={props.view.filter}
          onChange={(filter) => change({ filter })}
          onReset={() => change({ filter: [] })}
          onClose={() => setUnfolded(false)}
        />
      </Show>
    </FilterProvider>
  )
}
