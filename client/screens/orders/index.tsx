import { Navigate, useLocation, useNavigate, useParams, useSearchParams } from '@solidjs/router'
import { createEffect, Show } from 'solid-js'
import { SORTS, type Sort } from '../../../shared/orders/collections.ts'
import type { OrderItem } from '../../../shared/orders/order-item.ts'
import { ListBar } from '../../records/list/bar/list-bar.tsx'
import { createListing, type Listing } from '../../records/list/listing.ts'
import type { BegunOrder } from '../../records/making/on-basis.ts'
import { useMayWrite } from '../../records/rights.ts'
import { Page } from '../../ui/layout/page.tsx'
import { ListAndCard } from '../../ui/layout/side-card.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { createOrderList } from './list/definition.tsx'
import { DraftList } from './list/draft-list.tsx'
import { OrderList } from './list/list.tsx'
import { DRAFTS, OrderScopes } from './list/scopes.tsx'
import { createLook, Lead, ListOrBoard } from './list-or-board.tsx'
import { createNewOrder, NewOrderButton } from './new-order.tsx'
import { OpenCard } from './open-card.tsx'
import './orders.css'

/**
 * «Заказы покупателей», «Заказ-наряды»; any other sort in the address leads to the latter. The bare address leads to the
 * board where orders were looked at so last.
 */
export default function OrdersScreen() {
  const params = useParams<{ sort: string }>()
  const location = useLocation()
  const home = `/orders/${params.sort}`
  const isBoard = createLook()[0]() === 'board' && location.pathname === home && location.search === ''
  return (
    <Show keyed when={SORTS.find((sort) => sort === params.sort)} fallback={<Navigate href="/orders/work" />}>
      {(sort) => (
        <Show when={isBoard} fallback={<OrdersOfSort sort={sort} />}>
          <Lead to={`${home}/board`} />
        </Show>
      )}
    </Show>
  )
}

/** The list is the home of work, a card opens beside it. */
function OrdersOfSort(props: { readonly sort: Sort }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const params = useParams<{ id?: string; draft?: string }>()
  const listing = createListing(createOrderList(props.sort))
  const addressOf = (path: string) => `/orders/${props.sort}${path}${location.search}`
  const here = useLocation<BegunOrder>()
  // Whom a new order is begun for goes with it to its own address.
  const stateOf = () => (params.draft === 'new' && here.state ? { state: here.state } : {})
  const open = (path: string, replace = false) => navigate(addressOf(path), { scroll: false, replace, ...stateOf() })
  const create = createNewOrder({ isPossible: () => true, open })
  const mayWrite = useMayWrite('orders')
  // A shortcut or a command has begun a new order by this address.
  createEffect(() => void (params.draft === 'new' && (mayWrite ? create(true) : open(''))))
  return (
    <Page
      title={t(`orders.titles.${props.sort}`)}
      bar={<BarOfList sort={props.sort} listing={listing} />}
      actions={<NewOrderButton onCreate={create} />}
    >
      <ListAndCard
        list={
          <OrdersOrDrafts
            sort={props.sort}
            listing={listing}
            selected={params.id ?? null}
            addressOf={addressOf}
            open={open}
            onCreate={create}
          />
        }
        card={
          <OpenCard
            sort={props.sort}
            id={params.id}
            draft={params.draft === 'new' ? undefined : params.draft}
            open={open}
          />
        }
      />
    </Page>
  )
}

/** What stands in the list: orders, or this device's drafts. */
function createScope() {
  const [search, setSearch] = useSearchParams<{ scope?: string }>()
  return {
    isDrafts: () => search.scope === DRAFTS,
    showDrafts: () => setSearch({ scope: DRAFTS }, { replace: true }),
  }
}

interface BarOfListProps {
  readonly sort: Sort
  readonly listing: Listing<OrderItem>
}

function BarOfList(props: BarOfListProps) {
  const { t } = useWords()
  const scope = createScope()
  return (
    <ListBar
      listing={props.listing}
      title={t(`orders.titles.${props.sort}`)}
      ways={<ListOrBoard sort={props.sort} shown="list" kind={null} />}
      scopes={
        <OrderScopes
          scopes={props.listing.definition.scopes}
          state={props.listing.state}
          isDrafts={scope.isDrafts()}
          onDrafts={scope.showDrafts}
        />
      }
    />
  )
}

interface OrdersOrDraftsProps extends BarOfListProps {
  readonly selected: string | null
  readonly addressOf: (path: string) => string
  readonly open: (path: string) => void
  readonly onCreate: () => void
}

function OrdersOrDrafts(props: OrdersOrDraftsProps) {
  const scope = createScope()
  return (
    <Show
      when={!scope.isDrafts()}
      fallback={
        <DraftList sort={props.sort} addressOf={(id) => props.addressOf(`/draft/${id}`)} onCreate={props.onCreate} />
      }
    >
      <OrderList
        sort={props.sort}
        listing={props.listing}
        selected={props.selected}
        onOpen={(id) => props.open(`/${id}`)}
        onClose={() => props.open('')}
        onCreate={props.onCreate}
      />
    </Show>
  )
}
