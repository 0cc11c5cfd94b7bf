import { useLocation, useNavigate, useParams } from '@solidjs/router'
import Download from 'lucide-solid/icons/download'
import { createMemo, Show } from 'solid-js'
import { COLLECTIONS, type CollectionName } from '../../../shared/collections.ts'
import { Failure } from '../../../shared/errors.ts'
import { maySearchTrail, type TrailRow } from '../../../shared/trail/search.ts'
import { useData } from '../../data/page/solid.tsx'
import { addressOf } from '../../records/address.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Page } from '../../ui/layout/page.tsx'
import { ListAndCard } from '../../ui/layout/side-card.tsx'
import { Banner } from '../../ui/signs/banner.tsx'
import { EmptyState } from '../../ui/signs/empty-state.tsx'
import { Table } from '../../ui/table/table.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { createAsked } from './asked.ts'
import { ChangesBar } from './bar.tsx'
import { ChangedCard } from './card.tsx'
import './changes.css'
import { CompactChange, createChangeColumns } from './columns.tsx'
import { createFound, type Found } from './found.ts'
import { useSave } from './save.ts'
import { createTold, recordName } from './told.ts'

/** So many rows before the last one known the next page is asked for. */
const AHEAD = 40

/** «Журнал изменений»: all that anybody ever wrote, for the owner. */
export default function ChangesScreen() {
  const { t } = useWords()
  return (
    <Show
      when={maySearchTrail(useData().account.role)}
      fallback={
        <Page title={t('changes.title')}>
          <EmptyState title={t('changes.onlyOwner.title')} text={t('changes.onlyOwner.text')} />
        </Page>
      }
    >
      <Changes />
    </Show>
  )
}

function Changes() {
  const { t } = useWords()
  const { asked, search, ask } = createAsked()
  const found = createFound(search)
  const told = createTold()
  const columns = createChangeColumns(told)
  const save = useSave(search)
  const open = createOpen(found)
  const isMore = () => found.isMore() === true
  const ofRecord = () => found.rows().find(({ record }) => record === asked().record)
  return (
    <ListAndCard
      list={
        <Page
          title={t('changes.title')}
          bar={
            <ChangesBar
              asked={asked()}
              onAsk={ask}
              record={recordName(ofRecord() ?? { item: NAMELESS }) || null}
              said={<Said found={found} />}
            />
          }
          actions={
            <Button icon={Download} onClick={save}>
              {t('changes.save')}
            </Button>
          }
        >
          <div class="changes">
            <Away found={found} />
            <Table<TrailRow>
              label={t('changes.title')}
              count={found.rows().length + (isMore() || found.isMore() === undefined ? 1 : 0)}
              busy={found.isMore() === undefined}
              rowAt={(index) => found.rows()[index]}
              onRange={(_, to) => to + AHEAD > found.rows().length && found.more()}
              rowId={(row) => row.id}
              columns={columns()}
              selected={open.row()?.id ?? null}
              onOpen={open.open}
              onClose={open.close}
              compact={(row) => <CompactChange row={row} told={told} />}
              empty={<EmptyState title={t('changes.empty.title')} text={t('changes.empty.text')} />}
            />
          </div>
        </Page>
      }
      card={
        <Show when={open.at()} keyed>
          {(at) => (
            <ChangedCard
              {...at}
              name={recordName(open.row() ?? { item: NAMELESS }) || at.id}
              address={addressOf(at.collection, open.row()?.item ?? { id: at.id })}
              onOnly={() => ask({ in: at.collection, record: at.id, field: null })}
              onClose={open.close}
            />
          )}
        </Show>
      }
    />
  )
}

const NAMELESS = { id: '', name: null, number: null, sort: null }

/** The record whose history stands beside the log: it is in the address. */
function createOpen(found: Found) {
  const params = useParams<{ collection?: string; id?: string }>()
  const navigate = useNavigate()
  const location = useLocation()
  const at = createMemo(
    () => {
      const { collection = '', id = '' } = params
      return Object.hasOwn(COLLECTIONS, collection) && id !== ''
        ? { collection: collection as CollectionName, id }
        : null
    },
    undefined,
    { equals: (a, b) => a?.id === b?.id && a?.collection === b?.collection },
  )
  const isAt = (row: TrailRow) => row.record === at()?.id && row.collection === at()?.collection
  let chosen: string | null = null
  const go = (rest: string) => navigate(`/changes${rest}${location.search}`)
  return {
    at,
    /** The row that was opened; else the first that is of the record. */
    row: () => found.rows().find((row) => row.id === chosen && isAt(row)) ?? found.rows().find(isAt),
    open: (id: string) => {
      const row = found.rows().find((one) => one.id === id)
      if (!row) return
      chosen = id
      go(`/${row.collection}/${row.record}`)
    },
    close: () => go(''),
  }
}

/** Why nothing, or no more, is shown. */
function Away(props: { readonly found: Found }) {
  const { t, sentence } = useWords()
  const text = () => {
    const error = props.found.error()
    return error instanceof Failure && error.code === 'server-unreachable' ? t('changes.away') : sentence(error)
  }
  return (
    <Show when={props.found.error()}>
      <Banner action={{ label: t('common.repeat'), run: props.found.again }}>{text()}</Banner>
    </Show>
  )
}

/** How many were found, or how far it has looked, said to whoever hears the screen as well. */
function Said(props: { readonly found: Found }) {
  const { t, format } = useWords()
  const text = () => {
    const reached = props.found.reached()
    if (reached !== null) return t('changes.looking', { when: format.dateTime(reached) })
    const n = props.found.rows().length
    if (props.found.isMore() === undefined) return t('common.loading')
    return props.found.isMore() ? t('changes.foundSoFar', { n }) : t('changes.found', { n })
  }
  return (
    <p class="dim" role="status">
      {text()}
    </p>
  )
}
