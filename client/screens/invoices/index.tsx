import { useNavigate, useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import type { InvoiceItem } from '../../../shared/orders/invoices/invoice-item.ts'
import type { Item } from '../../data/queries/query.ts'
import { createCurrency } from '../../records/company.ts'
import { ListBar } from '../../records/list/bar/list-bar.tsx'
import { createCommonActs } from '../../records/list/bulk/common-acts.tsx'
import type { ListDefinition } from '../../records/list/definition.ts'
import { createListing } from '../../records/list/listing.ts'
import { createDeclaredColumns } from '../../records/list/table/declared-columns.tsx'
import { ListTable } from '../../records/list/table/list-table.tsx'
import { choiceLabel, manyLabel } from '../../records/words/labels.ts'
import { Page } from '../../ui/layout/page.tsx'
import { ListAndCard } from '../../ui/layout/side-card.tsx'
import { EmptyState } from '../../ui/signs/empty-state.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { InvoiceCard } from './card.tsx'

const COLUMNS = ['number', 'date', 'customer', 'order', 'total', 'how', 'due', 'responsible'] as const

/** «Счета на оплату». */
export default function InvoicesScreen() {
  const { t } = useWords()
  const navigate = useNavigate()
  const params = useParams<{ id?: string }>()
  const listing = createListing(createInvoiceList())
  const open = (id: string | null) =>
    navigate(`/invoices${id === null ? '' : `/${id}`}${location.search}`, { scroll: false })
  return (
    <Page title={t(manyLabel('invoices'))} bar={<ListBar listing={listing} title={t(manyLabel('invoices'))} />}>
      <ListAndCard
        list={
          <ListTable<Item>
            listing={listing}
            label={t(manyLabel('invoices'))}
            countOf={(n) => t('lists.count', { n })}
            selected={params.id ?? null}
            onOpen={open}
            onClose={() => open(null)}
            compact={(row) => <Compact row={row as unknown as InvoiceItem} />}
            empty={<EmptyState title={t('invoices.empty')} text={t('invoices.emptyText')} />}
          />
        }
        card={
          params.id && (
            <Show when={params.id} keyed>
              {(id) => <InvoiceCard id={id} onClose={() => open(null)} />}
            </Show>
          )
        }
      />
    </Page>
  )
}

function createInvoiceList(): ListDefinition<Item> {
  return {
    id: 'invoices',
    collection: 'invoices',
    always: [],
    scopes: [],
    quick: ['how', 'customer', 'responsible'],
    columns: createDeclaredColumns('invoices', COLUMNS),
    acts: [createCommonActs('invoices').remove()],
    first: {
      filter: [],
      search: '',
      sort: [{ field: 'date', down: true }],
      group: [],
      columns: COLUMNS.map((field) => ({ field })),
    },
  }
}

/** An invoice in two lines. */
function Compact(props: { readonly row: InvoiceItem }) {
  const { t, format } = useWords()
  const currency = createCurrency()
  return (
    <>
      <p class="cut">
        {props.row.number ?? t('invoices.noNumber')} · {props.row.customerName}
      </p>
      <p class="cut dim">
        {format.money(props.row.total, props.row.currency ?? currency())} ·{' '}
        {t(choiceLabel('invoices', 'how', props.row.how))}
      </p>
    </>
  )
}
