import { useNavigate, useSearchParams } from '@solidjs/router'
import RotateCcw from 'lucide-solid/icons/rotate-ccw'
import { createMemo, createSignal, Show } from 'solid-js'
import { REMOVABLE, type Removable } from '../../../shared/collections.ts'
import type { RecordOf } from '../../../shared/commands.ts'
import type { UnderWay } from '../../../shared/under-way.ts'
import { createQuery, useData } from '../../data/page/solid.tsx'
import type { Removed, TrashQuery } from '../../data/queries/query.ts'
import { useActs } from '../../records/acts/use-acts.ts'
import { addressOf, nameOf } from '../../records/address.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Page } from '../../ui/layout/page.tsx'
import { EmptyState } from '../../ui/signs/empty-state.tsx'
import { Table } from '../../ui/table/table.tsx'
import { useToasts } from '../../ui/toasts/use-toasts.ts'
import { useWords } from '../../ui/words/words.tsx'
import { TrashBar } from './bar.tsx'
import { createChosen } from './chosen.ts'
import { CompactRemoved, createTrashColumns } from './columns.tsx'
import { createRefusals } from './refusals.ts'
import './trash.css'

/** Rows asked for before the table has said which are in view. */
const FIRST = 60

/** «Корзина»: what was removed from every list, and the way back. */
export default function TrashScreen() {
  const { t } = useWords()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams<{ in?: string; search?: string }>()
  const [range, setRange] = createSignal({ from: 0, to: FIRST })
  const within = (): Removable | null => REMOVABLE.find((name) => name === search.in) ?? null
  const query = createMemo(
    (): TrashQuery => ({ what: 'trash', collection: within(), search: search.search ?? '', ...range() }),
  )
  const answer = createQuery(query)
  const refusalOf = createRefusals()
  const rowAt = (index: number) => answer()?.rows[index - (answer()?.from ?? 0)]
  const chosen = createChosen(query, rowAt, (row) => refusalOf(row) === null)
  const { restore, isBusy } = useRestore()
  const open = (id: string) => {
    const row = answer()?.rows.find((one) => one.id === id)
    const address = row && addressOf(row.collection, row.item)
    if (address) navigate(address)
  }
  const restoreChosen = async () => {
    const records = chosen.records()
    if (await restore(records, t('trash.restoredMany', { n: records.length }))) chosen.rows.clear()
  }
  const restoreOne = ({ collection, item }: Removed) =>
    void restore([{ collection, id: item.id }], t('trash.restored', { name: nameOf(item) }))
  const given = { refusalOf, isBusy, onRestore: restoreOne }
  const columns = createTrashColumns(given)
  return (
    <Page
      title={t('trash.title')}
      bar={
        <TrashBar
          within={within()}
          onWithin={(name) => setSearch({ in: name }, { replace: true })}
          search={search.search ?? ''}
          onSearch={(text) => setSearch({ search: text || null }, { replace: true })}
          counts={answer()?.counts ?? {}}
          found={answer()?.count ?? 0}
          chosen={chosen.rows}
        />
      }
      actions={
        <Show when={chosen.rows.count > 0}>
          <Button look="primary" icon={RotateCcw} busy={isBusy()} onClick={() => void restoreChosen()}>
            {t('common.restore')}
          </Button>
        </Show>
      }
    >
      <Table<Removed>
        label={t('trash.title')}
        count={answer()?.count ?? 0}
        rowAt={rowAt}
        onRange={(from, to) => setRange({ from, to: Math.max(to, from + FIRST) })}
        rowId={(row) => row.id}
        columns={columns()}
        selection={chosen.rows}
        onOpen={open}
        compact={(row) => <CompactRemoved {...given} row={row} />}
        empty={
          <Show when={answer()}>
            <Nothing isAll={within() === null && !search.search} />
          </Show>
        }
      />
    </Page>
  )
}

function Nothing(props: { readonly isAll: boolean }) {
  const { t } = useWords()
  return (
    <Show
      when={props.isAll}
      fallback={<EmptyState title={t('trash.empty.nothing')} text={t('trash.empty.nothingText')} />}
    >
      <EmptyState title={t('trash.empty.title')} text={t('trash.empty.text')} />
    </Show>
  )
}

/**
 * Restores records as one act, says so, and offers its undo; true when it is done. Many take long, and can be stopped;
 * meanwhile no others are restored.
 */
function useRestore() {
  const { t } = useWords()
  const data = useData()
  const toasts = useToasts()
  const acts = useActs()
  const [isBusy, setBusy] = createSignal(false)
  const restore = async (records: readonly RecordOf[], said: string) => {
    if (isBusy()) return false
    setBusy(true)
    const isDone = await acts.attempt(async () => {
      const restoring = (underWay: UnderWay) => data.run('restoreRecords', { records }, underWay)
      const { act } = await toasts.during(t('trash.restoring'), restoring, 'change-stopped')
      acts.said(said, act)
    })
    setBusy(false)
    return isDone
  }
  return { restore, isBusy }
}
