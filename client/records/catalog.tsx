import { useNavigate, useParams, useSearchParams } from '@solidjs/router'
import Plus from 'lucide-solid/icons/plus'
import { createMemo, createSignal, type JSX, Show } from 'solid-js'
import { COLLECTIONS, type CollectionName } from '../../shared/collections.ts'
import type { Collection } from '../../shared/records/collection.ts'
import { useData } from '../data/page/solid.tsx'
import type { Item } from '../data/queries/query.ts'
import { Button } from '../ui/actions/button.tsx'
import { SearchField } from '../ui/inputs/search-field.tsx'
import { Banner } from '../ui/layout/banner.tsx'
import { EmptyState } from '../ui/layout/empty-state.tsx'
import { Page } from '../ui/layout/page.tsx'
import { ListAndCard } from '../ui/layout/side-card.tsx'
import { Dot } from '../ui/state/state-chip.tsx'
import { type Column, Table } from '../ui/table/table.tsx'
import { useWords } from '../ui/words/words.tsx'
import { CatalogCard } from './catalog-card.tsx'
import { createCurrency } from './company.ts'
import { fieldLabel, manyLabel } from './labels.ts'
import { createList, type GroupRow, isGroup } from './live-list.ts'
import { Watchers } from './presence/watchers.tsx'
import { useMayWrite } from './rights.ts'
import { createShow } from './show-value.ts'
import { useActs } from './use-acts.ts'

/** What a simple list with a form is made from. */
export interface CatalogProps {
  readonly collection: CollectionName
  /** Where it stands: `/customers`. */
  readonly home: string
  /** Fields shown as columns; the first grows. */
  readonly columns: readonly string[]
  /** Fields of the form. */
  readonly form: readonly string[]
  /** Values that a fresh record has. */
  readonly fresh?: { readonly [field: string]: string | number | boolean }
  /** What stands under the form of a record. */
  readonly below?: (id: string) => JSX.Element
}

/** A collection as a list with a card: search, order, a form whose fields save when they are left. */
export function Catalog(props: CatalogProps) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const navigate = useNavigate()
  const params = useParams<{ id?: string }>()
  const [search, setSearch] = useSearchParams<{ search?: string }>()
  const mayWrite = useMayWrite(props.collection)
  const columns = createColumns(props)
  const [sort, setSort] = createSignal({ column: props.columns[0] ?? 'name', down: false })
  const list = createList((from, to) => ({
    what: 'list',
    collection: props.collection,
    filter: [],
    search: search.search ?? '',
    sort: [{ field: sort().column, down: sort().down }],
    group: null,
    from,
    to,
  }))
  const open = (id: string | null) =>
    navigate(`${props.home}${id === null ? '' : `/${id}`}${location.search}`, { scroll: false })
  const create = async () => {
    const id = await data.newId(props.collection)
    if (await acts.run('createRecord', { collection: props.collection, id, values: { ...props.fresh } })) open(id)
  }
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
      actions={createButton()}
      bar={
        <SearchField
          value={search.search ?? ''}
          onInput={(text) => setSearch({ search: text || null }, { replace: true })}
        />
      }
    >
      <Show when={!mayWrite}>
        <Banner>{t('settings.readOnly')}</Banner>
      </Show>
      <ListAndCard
        list={
          <Table<Item, GroupRow>
            isGroup={isGroup}
            label={t(manyLabel(props.collection))}
            count={list.length()}
            rowAt={list.rowAt}
            onRange={list.onRange}
            rowId={(row) => row.id}
            columns={columns()}
            sort={sort()}
            onSort={setSort}
            selected={params.id}
            onOpen={open}
            onClose={() => open(null)}
            compact={(row) => <Compact columns={columns()} row={row} />}
            empty={
              <Show when={!list.isLoading()}>
                <EmptyState title={t('settings.empty.title')} text={t('settings.empty.text')}>
                  {createButton()}
                </EmptyState>
              </Show>
            }
          />
        }
        card={
          params.id && (
            <Show when={params.id} keyed>
              {(id) => <CatalogCard {...props} id={id} readOnly={!mayWrite} onClose={() => open(null)} />}
            </Show>
          )
        }
      />
    </Page>
  )
}

function createColumns(props: CatalogProps): () => Column<Item>[] {
  const { t, format } = useWords()
  const currency = createCurrency()
  const declared = (COLLECTIONS[props.collection] as Collection).fields
  return createMemo(() =>
    props.columns.flatMap((name, i) => {
      const field = declared[name]
      if (!field) return []
      const show = createShow(props.collection, name, field)
      const isMoney = field.type === 'money'
      const cell = (row: Item) => {
        const value = row[name] ?? null
        if (field.type === 'hue') return <Dot hue={value as number | null} />
        if (field.to) return <>{row[`${name}Name`] ?? ''}</>
        return <>{isMoney && typeof value === 'number' ? format.money(value, currency()) : show(value)}</>
      }
      const watched = (row: Item) => (
        <>
          {cell(row)} <Watchers collection={props.collection} id={row.id} />
        </>
      )
      const id = field.to ? `${name}Name` : name
      return [
        {
          id,
          title: t(fieldLabel(props.collection, name)),
          width: i === 0 ? 220 : 140,
          grow: i === 0,
          ...(isMoney && { align: 'end' as const }),
          sortable: true,
          cell: i === 0 ? watched : cell,
        },
      ]
    }),
  )
}

function Compact(props: { readonly columns: readonly Column<Item>[]; readonly row: Item }) {
  return (
    <>
      <p class="cut">{props.columns[0]?.cell(props.row)}</p>
      <p class="cut dim">{props.columns[1]?.cell(props.row)}</p>
    </>
  )
}
