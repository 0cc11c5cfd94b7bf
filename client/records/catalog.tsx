import { useNavigate, useParams } from '@solidjs/router'
import Plus from 'lucide-solid/icons/plus'
import { createMemo, createSignal, type JSX, Show } from 'solid-js'
import { COLLECTIONS, type CollectionName } from '../../shared/collections.ts'
import type { Fields } from '../../shared/records/declarations/collection.ts'
import { useData } from '../data/page/solid.tsx'
import type { Item } from '../data/queries/query.ts'
import { Button } from '../ui/actions/button.tsx'
import { single } from '../ui/actions/single.ts'
import { Page } from '../ui/layout/page.tsx'
import { ListAndCard } from '../ui/layout/side-card.tsx'
import type { MenuItem } from '../ui/overlays/panes/menu.tsx'
import { Banner } from '../ui/signs/banner.tsx'
import { EmptyState } from '../ui/signs/empty-state.tsx'
import type { TableProps } from '../ui/table/props.ts'
import type { Column } from '../ui/table/table.tsx'
import { useWords } from '../ui/words/words.tsx'
import { CatalogCard, type CatalogCardProps } from './card/catalog-card.tsx'
import { createCurrency } from './company.ts'
import { ListBar } from './list/bar/list-bar.tsx'
import type { BulkAct } from './list/bulk/act.ts'
import { createCommonActs } from './list/bulk/common-acts.tsx'
import type { ListDefinition, NamedScope } from './list/definition.ts'
import { createListing, type Listing } from './list/listing.ts'
import { createDeclaredColumns } from './list/table/declared-columns.tsx'
import { ListTable } from './list/table/list-table.tsx'
import { useMayWrite } from './rights.ts'
import './catalog.css'
import { manyLabel } from './words/labels.ts'

interface Fresh {
  readonly [field: string]: string | number | boolean
}

/** What a simple list with a form is made from. */
export interface CatalogProps {
  readonly collection: CollectionName
  /** Where it stands: `/customers`. */
  readonly home: string
  /** Fields shown as columns at first; the first grows. */
  readonly columns: readonly string[]
  /** Fields of the form, which may be others for another record; what the list is filtered by at once is among the first. */
  readonly form: readonly string[]
  /** The field whose value stands at the end of a row in two lines. */
  readonly atEnd?: string
  /** What stands there instead, where the value alone says too little. */
  readonly end?: (row: Item) => JSX.Element
  /** What the list is filtered by at once besides. */
  readonly quick?: readonly string[]
  /** What can be done to many besides what can be done to any. */
  readonly bulkActs?: readonly BulkAct[]
  /** Sets of conditions that are offered side by side over the list. */
  readonly scopes?: readonly NamedScope[]
  /** Values that a fresh record has, where they follow from the company's own currency, by that. */
  readonly fresh?: Fresh | ((currency: string) => Fresh)
  /** What stands beside the list. */
  readonly pane?: (listing: Listing<Item>) => Pane
  /** What stands over the list. */
  readonly overList?: () => JSX.Element
  /** What can be done besides making a record. */
  readonly actions?: () => JSX.Element
  /** What can be done with the list besides what can be done with any. */
  readonly listActs?: readonly MenuItem[]
  /** What columns have other than their declarations say. */
  readonly cells?: { readonly [field: string]: Partial<Pick<Column<Item>, 'cell' | 'width' | 'sortable'>> }
  /** What stands beside the value of a column. */
  readonly beside?: { readonly [field: string]: (row: Item) => JSX.Element }
  /** What the card of a record has besides its form. */
  readonly shown?: CatalogCardProps['shown']
  readonly ends?: CatalogCardProps['ends']
  readonly acts?: CatalogCardProps['acts']
  readonly set?: CatalogCardProps['set']
  readonly pasts?: CatalogCardProps['pasts']
  readonly above?: (id: string) => JSX.Element
  readonly below?: (id: string) => JSX.Element
  readonly tabs?: CatalogCardProps['tabs']
  readonly discussed?: CatalogCardProps['discussed']
}

/** What stands beside a list: a `nav`, or over it where it is narrow. */
export interface Pane {
  readonly content: () => JSX.Element
  readonly watchRow: TableProps<Item>['watchRow']
  /** Values that a fresh record has by what the pane shows. */
  readonly fresh: () => { readonly [field: string]: string }
}

/** A collection as a list with a card: filter, search, order, a form whose fields save when they are left. */
export function Catalog(props: CatalogProps) {
  const { t } = useWords()
  const data = useData()
  const navigate = useNavigate()
  const params = useParams<{ id?: string }>()
  const mayWrite = useMayWrite(props.collection)
  const listing = createListing(createCatalogList(props))
  const pane = props.pane?.(listing)
  const open = (id: string | null) =>
    navigate(`${props.home}${id === null ? '' : `/${id}`}${location.search}`, { scroll: false })
  const currency = createCurrency()
  const fresh = () => (typeof props.fresh === 'function' ? props.fresh(currency()) : props.fresh)
  const [begun, setBegun] = createSignal<string>()
  const create = single(async () => {
    const id = await data.newId(props.collection)
    setBegun(id)
    open(id)
  })
  const createButton = () => (
    <Show when={mayWrite}>
      <Button look="primary" icon={Plus} onClick={() => void create()}>
        {t('common.create')}
      </Button>
    </Show>
  )
  return (
    <Page
      title={t(manyLabel(props.collection))}
      actions={
        <>
          {props.actions?.()}
          {createButton()}
        </>
      }
      bar={<ListBar listing={listing} title={t(manyLabel(props.collection))} acts={props.listActs ?? []} />}
    >
      <ListAndCard
        list={
          <div class="paned">
            {pane?.content()}
            <div class="list-place">
              <Show when={!mayWrite}>
                <Banner>{t('settings.readOnly')}</Banner>
              </Show>
              {props.overList?.()}
              <ListTable<Item>
                listing={listing}
                label={t(manyLabel(props.collection))}
                countOf={(n) => t('lists.count', { n })}
                selected={params.id ?? null}
                onOpen={open}
                onClose={() => open(null)}
                watchRow={pane?.watchRow}
                compact={(row) => <Compact of={props} columns={listing.definition.columns()} row={row} />}
                empty={
                  <EmptyState title={t('settings.empty.title')} text={t('settings.empty.text')}>
                    {createButton()}
                  </EmptyState>
                }
              />
            </div>
          </div>
        }
        card={
          params.id && (
            <Show when={params.id} keyed>
              {(id) => (
                <CatalogCard
                  {...props}
                  id={id}
                  begins={id === begun() ? { ...fresh(), ...pane?.fresh() } : undefined}
                  readOnly={!mayWrite}
                  onClose={() => open(null)}
                />
              )}
            </Show>
          )
        }
      />
    </Page>
  )
}

/** More quick filters than this, and the bar says more than the list. */
const MOST_QUICK = 3

function createCatalogList(props: CatalogProps): ListDefinition<Item> {
  const { collection, columns, form, scopes = [] } = props
  const [main = 'name'] = columns
  const declared: Fields = COLLECTIONS[collection].fields
  const acts = createCommonActs(collection)
  const quick = form.filter((name) => ['choice', 'reference'].includes(declared[name]?.type ?? ''))
  return {
    id: collection,
    collection,
    always: [],
    scopes,
    quick: [...quick.slice(0, MOST_QUICK), ...(props.quick ?? [])],
    columns: createColumns(props),
    acts: [...(props.bulkActs ?? []), acts.anyField(), acts.remove()],
    first: {
      filter: [],
      search: '',
      sort: [{ field: main, down: false }],
      group: [],
      columns: columns.map((field) => ({ field })),
    },
  }
}

function createColumns({ collection, columns, beside, cells = {} }: CatalogProps) {
  const declared = createDeclaredColumns(collection, columns, beside)
  return createMemo(() => declared().map((column) => ({ ...column, ...cells[column.id] })))
}

interface CompactProps {
  readonly of: Pick<CatalogProps, 'collection' | 'columns' | 'atEnd' | 'end'>
  readonly columns: readonly Column<Item>[]
  readonly row: Item
}

/** A row in two lines; of a yes or no, what it is about, where it is a yes. */
function Compact(props: CompactProps) {
  const column = (position: number) => props.columns.find(({ id }) => id === props.of.columns[position])
  const second = () => {
    const shown = column(1)
    const fields: Fields = COLLECTIONS[props.of.collection].fields
    if (!shown || fields[shown.id]?.type !== 'flag') return shown?.cell(props.row)
    return props.row[shown.id] === true ? shown.title : null
  }
  const end = () =>
    props.of.end ? props.of.end(props.row) : props.columns.find(({ id }) => id === props.of.atEnd)?.cell(props.row)
  return (
    <>
      <p class="cut">{column(0)?.cell(props.row)}</p>
      <div class="compact-line">
        <p class="cut dim">{second()}</p>
        <Show when={(props.row[props.of.atEnd ?? ''] ?? null) !== null}>
          <p class="n">{end()}</p>
        </Show>
      </div>
    </>
  )
}
