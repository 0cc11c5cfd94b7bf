import { Navigate, useNavigate, useParams, useSearchParams } from '@solidjs/router'
import { createMemo, createSelector, createSignal, Show } from 'solid-js'
import { SORTS, type Sort } from '../../../../shared/orders/collections.ts'
import { createCurrency } from '../../../records/company.ts'
import { createKinds, type ShownKind } from '../../../records/process/process.ts'
import { useMayWrite } from '../../../records/rights.ts'
import { createCarry } from '../../../ui/board/carry.ts'
import { Page } from '../../../ui/layout/page.tsx'
import { ListAndCard } from '../../../ui/layout/side-card.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createNewOrder, NewOrderButton } from '../new-order.tsx'
import { OpenCard } from '../open-card.tsx'
import { Board } from './board.tsx'
import { createColumns } from './columns.ts'
import { BoardProvider, type Wanted } from './context.ts'
import { createDrops } from './drag/drop.tsx'
import { createBoard } from './live-board.ts'
import { createLastKind, NoKind } from './no-kind.tsx'
import { Bar } from './view/bar.tsx'
import { type BoardView, fromSearch, isSameView, queryOf, toSearch } from './view/view.ts'
import '../orders.css'

/** The board of a kind of orders. It is a room of the orders' screen, since both have the same cards and dialogs. */
export default function BoardScreen() {
  const params = useParams<{ sort: string }>()
  return (
    <Show when={SORTS.find((sort) => sort === params.sort)} fallback={<Navigate href="/orders/work/board" />}>
      {(sort) => <BoardOfSort sort={sort()} />}
    </Show>
  )
}

function BoardOfSort(props: { readonly sort: Sort }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const params = useParams<{ kind?: string; id?: string; draft?: string }>()
  const [search, setSearch] = useSearchParams()
  const kinds = createKinds(() => props.sort)
  const view = createMemo(() => fromSearch(search), undefined, { equals: isSameView })
  const home = () => `/orders/${props.sort}/board`
  const addressOf = (path: string) => `${home()}/${params.kind ?? ''}${path}${location.search}`
  const open = (path: string, replace = false) => navigate(addressOf(path), { scroll: false, replace })
  const create = createNewOrder({ isPossible: () => params.kind !== undefined, open })
  const kind = createMemo(() => kinds().find((one) => one.id === params.kind))
  return (
    <Page
      title={t(`orders.titles.${props.sort}`)}
      bar={
        <Bar
          sort={props.sort}
          kinds={kinds()}
          kind={kind() ?? null}
          onKind={(id) => navigate(`${home()}/${id}${location.search}`)}
          view={view()}
          onView={(next) => setSearch(toSearch(next), { replace: true })}
        />
      }
      actions={
        <Show when={kind()}>
          <NewOrderButton onCreate={create} />
        </Show>
      }
    >
      <Show when={kind()} fallback={<NoKind sort={props.sort} kinds={kinds()} asked={params.kind} />}>
        {(shown) => (
          <ListAndCard
            list={
              <BoardOfKind
                sort={props.sort}
                kind={shown()}
                view={view()}
                selected={params.id ?? null}
                addressOf={(id) => addressOf(`/${id}`)}
                onOpen={(id) => open(`/${id}`)}
              />
            }
            card={<OpenCard sort={props.sort} id={params.id} draft={params.draft} kind={params.kind} open={open} />}
          />
        )}
      </Show>
    </Page>
  )
}

/** What the board of a kind is given. */
interface BoardOfKindProps {
  readonly sort: Sort
  readonly kind: ShownKind
  readonly view: BoardView
  readonly selected: string | null
  readonly addressOf: (id: string) => string
  readonly onOpen: (id: string) => void
}

function BoardOfKind(props: BoardOfKindProps) {
  const { t } = useWords()
  createLastKind(
    () => props.sort,
    () => props.kind.id,
  )
  const board = createBoard(() => queryOf(props.view, props.kind.id))
  const columns = createColumns(() => props.kind, board.strays)
  const [wanted, want] = createSignal<Wanted | null>(null)
  const isWanted = createSelector<string | null, string>(() => wanted()?.id ?? null)
  const drops = createDrops({ board, columns, kind: () => props.kind.id, onEnd: want })
  return (
    <BoardProvider
      value={{
        sort: () => props.sort,
        kind: () => props.kind.id,
        board,
        carry: createCarry(drops.put, (card) => ({ ...card, heads: [...card.heads] })),
        columns,
        hasLanes: () => props.view.lanes,
        mayWrite: useMayWrite('orders'),
        currency: createCurrency(),
        selected: () => props.selected,
        addressOf: props.addressOf,
        onOpen: props.onOpen,
        placed: new Map(),
        wanted,
        isWanted,
        want,
      }}
    >
      <Board label={t('board.label', { kind: props.kind.name })} />
      <drops.Dialogs />
    </BoardProvider>
  )
}
