import { Navigate, useLocation, useNavigate, useParams, useSearchParams } from '@solidjs/router'
import Plus from 'lucide-solid/icons/plus'
import { createEffect, Show } from 'solid-js'
import { SORTS, type Sort } from '../../../shared/orders/collections.ts'
import { useData } from '../../data/page/solid.tsx'
import { ListBar } from '../../records/list/bar/list-bar.tsx'
import { createListing } from '../../records/list/listing.ts'
import { useMayWrite } from '../../records/rights.ts'
import { Button } from '../../ui/actions/button.tsx'
import { createOffers } from '../../ui/keys/offers.ts'
import { Page } from '../../ui/layout/page.tsx'
import { ListAndCard } from '../../ui/layout/side-card.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { OrderCard } from './card/card.tsx'
import { DraftCard } from './card/draft-card.tsx'
import { createOrderList } from './list/definition.tsx'
import { DraftList } from './list/draft-list.tsx'
import { OrderList } from './list/list.tsx'
import { DRAFTS, OrderScopes } from './list/scopes.tsx'
import { createLook, Lead, ListOrBoard } from './list-or-board.tsx'
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
  const data = useData()
  const navigate = useNavigate()
  const params = useParams<{ id?: string; draft?: string }>()
  const [search, setSearch] = useSearchParams<{ scope?: string }>()
  const mayWrite = useMayWrite('orders')
  const listing = createListing(createOrderList(props.sort))
  const home = () => `/orders/${props.sort}`
  const open = (path: string) => navigate(`${home()}${path}${location.search}`, { scroll: false })
  const close = () => open('')
  const create = async (replace = false) =>
    navigate(`${home()}/draft/${await data.newId('orders')}${location.search}`, { scroll: false, replace })
  // A shortcut or a command has begun a new order by this address.
  createEffect(() => void (params.draft === 'new' && (mayWrite ? create(true) : close())))
  createOffers(() => ({
    heading: t('keys.groups.screen'),
    rows: mayWrite
      ? [{ id: 'orders.create', label: t('orders.create'), icon: Plus, keys: 'n', run: () => void create() }]
      : [],
  }))
  const isDrafts = () => search.scope === DRAFTS

  const card = () =>
    params.draft && params.draft !== 'new' ? (
      <Show when={params.draft} keyed>
        {(id) => <DraftCard id={id} sort={props.sort} onClose={close} onRecorded={(order) => open(`/${order}`)} />}
      </Show>
    ) : (
      params.id && (
        <Show when={params.id} keyed>
          {(id) => <OrderCard id={id} onClose={close} />}
        </Show>
      )
    )
  const bar = () => (
    <ListBar
      listing={listing}
      title={t(`orders.titles.${props.sort}`)}
      ways={<ListOrBoard sort={props.sort} shown="list" kind={null} />}
      scopes={
        <OrderScopes
          scopes={listing.definition.scopes}
          state={listing.state}
          isDrafts={isDrafts()}
          onDrafts={() => setSearch({ scope: DRAFTS }, { replace: true })}
        />
      }
    />
  )
  return (
    <Page
      title={t(`orders.titles.${props.sort}`)}
      bar={bar()}
      actions={
        <Show when={mayWrite}>
          <Button look="primary" icon={Plus} onClick={() => void create()}>
            {t('orders.create')}
          </Button>
        </Show>
      }
    >
      <ListAndCard
        list={
          <Show
            when={!isDrafts()}
            fallback={
              <DraftList
                sort={props.sort}
                addressOf={(id) => `${home()}/draft/${id}${location.search}`}
                onCreate={() => void create()}
              />
            }
          >
            <OrderList
              sort={props.sort}
              listing={listing}
              selected={params.id ?? null}
              onOpen={(id) => open(`/${id}`)}
              onClose={close}
              onCreate={() => void create()}
            />
          </Show>
        }
        card={card()}
      />
    </Page>
  )
}
