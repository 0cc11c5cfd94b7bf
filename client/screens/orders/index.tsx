import { Navigate, useNavigate, useParams, useSearchParams } from '@solidjs/router'
import Plus from 'lucide-solid/icons/plus'
import { createMemo, Show } from 'solid-js'
import { SORTS, type Sort } from '../../../shared/orders/collections.ts'
import { useData } from '../../data/page/solid.tsx'
import { createCurrency } from '../../records/company.ts'
import { useMayWrite } from '../../records/rights.ts'
import { Button } from '../../ui/actions/button.tsx'
import { createOffers } from '../../ui/keys/offers.ts'
import { Page } from '../../ui/layout/page.tsx'
import { ListAndCard } from '../../ui/layout/side-card.tsx'
import { createRememberedList } from '../../ui/look/remembered.ts'
import { useWords } from '../../ui/words/words.tsx'
import { OrderCard } from './card/card.tsx'
import { DraftCard } from './card/draft-card.tsx'
import { FIRST_COLUMNS, orderColumns } from './list/columns.tsx'
import { DraftList } from './list/draft-list.tsx'
import { Filters } from './list/filters.tsx'
import { OrderList } from './list/list.tsx'
import type { ListView } from './list/quick-filters.ts'
import { fromSearch, toSearch } from './list/view-address.ts'
import './orders.css'

/** «Заказы покупателей», «Заказ-наряды»; any other sort in the address leads to the latter. */
export default function OrdersScreen() {
  const params = useParams<{ sort: string }>()
  return (
    <Show when={SORTS.find((sort) => sort === params.sort)} fallback={<Navigate href="/orders/work" />}>
      <OrdersOfSort />
    </Show>
  )
}

/** The list is the home of work, a card opens beside it. */
function OrdersOfSort() {
  const { t } = useWords()
  const data = useData()
  const navigate = useNavigate()
  const params = useParams<{ sort: Sort; id?: string; draft?: string }>()
  const [search, setSearch] = useSearchParams()
  const mayWrite = useMayWrite('orders')
  const view = createMemo(() => fromSearch(search))
  const all = orderColumns(createCurrency()).map((column) => column.id)
  const [columns, setColumns] = createRememberedList('columns.orders', all, FIRST_COLUMNS)
  const home = () => `/orders/${params.sort}`
  const open = (path: string) => navigate(`${home()}${path}${location.search}`, { scroll: false })
  const close = () => open('')
  const create = async () => open(`/draft/${await data.newId('orders')}`)
  const setView = (next: ListView) => setSearch(toSearch(next), { replace: true })
  createOffers(() => ({
    heading: t('keys.groups.screen'),
    rows: mayWrite
      ? [{ id: 'orders.create', label: t('orders.create'), icon: Plus, keys: 'n', run: () => void create() }]
      : [],
  }))

  const card = () =>
    params.draft ? (
      <Show when={params.draft} keyed>
        {(id) => <DraftCard id={id} sort={params.sort} onClose={close} onRecorded={(order) => open(`/${order}`)} />}
      </Show>
    ) : (
      params.id && (
        <Show when={params.id} keyed>
          {(id) => <OrderCard id={id} onClose={close} />}
        </Show>
      )
    )
  return (
    <Page
      title={t(`orders.titles.${params.sort}`)}
      bar={<Filters sort={params.sort} view={view()} onView={setView} columns={columns()} onColumns={setColumns} />}
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
            when={view().scope !== 'drafts'}
            fallback={<DraftList sort={params.sort} addressOf={(id) => `${home()}/draft/${id}${location.search}`} />}
          >
            <OrderList
              sort={params.sort}
              view={view()}
              columns={columns()}
              onView={setView}
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
