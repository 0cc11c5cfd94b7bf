import ListFilter from 'lucide-solid/icons/list-filter'
import { createMemo, Show } from 'solid-js'
import { people } from '../../../../../shared/company/collections.ts'
import type { Sort } from '../../../../../shared/orders/collections.ts'
import { createAll, useData } from '../../../../data/page/solid.tsx'
import type { ShownKind } from '../../../../records/process.ts'
import { IconButton } from '../../../../ui/actions/button.tsx'
import { Toggle } from '../../../../ui/inputs/checkbox.tsx'
import { SearchField } from '../../../../ui/inputs/search-field.tsx'
import { Select } from '../../../../ui/inputs/select.tsx'
import { COMPACT, createMedia } from '../../../../ui/look/media.ts'
import { Popover } from '../../../../ui/overlays/popover.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import { ListOrBoard } from '../../list-or-board.tsx'
import type { BoardView } from './view.ts'

interface ViewProps {
  readonly view: BoardView
  readonly onView: (view: BoardView) => void
}

/** The bar over a board. */
export interface BarProps extends ViewProps {
  readonly sort: Sort
  readonly kinds: readonly ShownKind[]
  readonly kind: string | null
  readonly onKind: (kind: string) => void
}

/** Which kind, whose orders, lanes, search. On a phone the filters stand behind a button. */
export function Bar(props: BarProps) {
  const { t } = useWords()
  const isPhone = createMedia(COMPACT)
  const isFiltered = () => props.view.responsible !== null || props.view.lanes
  return (
    <>
      <ListOrBoard sort={props.sort} shown="board" kind={props.kind} />
      <Select
        bare
        required
        label={t('records.orders.fields.kind')}
        value={props.kind}
        options={props.kinds.map(({ id, name }) => ({ value: id, label: name }))}
        onCommit={(kind) => kind !== null && props.onKind(kind)}
      />
      <Show when={!isPhone()}>
        <Whose {...props} />
      </Show>
      <SearchField
        label={t('lists.search')}
        value={props.view.search}
        onInput={(search) => props.onView({ ...props.view, search })}
      />
      <Show when={isPhone()}>
        <Popover
          label={t('board.filter')}
          trigger={(attributes) => (
            <IconButton {...attributes} look="plain" icon={ListFilter} label={t('board.filter')} on={isFiltered()} />
          )}
        >
          {() => (
            <div class="board-filter">
              <Whose {...props} />
            </div>
          )}
        </Popover>
      </Show>
    </>
  )
}

/** Whose orders are shown, and whether each has a lane. */
function Whose(props: ViewProps) {
  const { t } = useWords()
  const { person } = useData().account
  const everyone = createAll(people)
  const options = createMemo(() => {
    const others = everyone().flatMap(({ id, name }) => (id === person ? [] : [{ value: id, label: name ?? '' }]))
    others.sort((a, b) => (a.label < b.label ? -1 : 1))
    return person === null ? others : [{ value: person, label: t('board.mine') }, ...others]
  })
  return (
    <>
      <Select
        bare
        clearable
        label={t('records.orders.fields.responsible')}
        placeholder={t('board.anyone')}
        value={props.view.responsible}
        options={options()}
        onCommit={(responsible) => props.onView({ ...props.view, responsible })}
      />
      <Toggle
        label={t('board.lanes')}
        checked={props.view.lanes}
        onCommit={(lanes) => props.onView({ ...props.view, lanes })}
      />
    </>
  )
}
