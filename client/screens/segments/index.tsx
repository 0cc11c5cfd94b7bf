import { Show } from 'solid-js'
import { isBeingWritten, type SegmentProblem } from '../../../shared/segments/criteria/problems.ts'
import { createQuery } from '../../data/page/solid.tsx'
import type { Item } from '../../data/queries/query.ts'
import { Catalog } from '../../records/catalog.tsx'
import { useMayRead } from '../../records/rights.ts'
import { Page } from '../../ui/layout/page.tsx'
import { EmptyState } from '../../ui/signs/empty-state.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { Below } from './card/below.tsx'
import { SegmentMenu } from './card/menu.tsx'
import { Members } from './members/members.tsx'
import { Trial } from './trial/trial.tsx'
import './segments.css'

/** «Сегменты»: sets of customers by criteria or by hand, each with how many are in it now. */
export default function SegmentsScreen() {
  const { t } = useWords()
  const mayRead = useMayRead('segments')
  return (
    <Show
      when={mayRead}
      fallback={
        <Page title={t('records.segments.many')}>
          <EmptyState title={t('segments.notForYou')} />
        </Page>
      }
    >
      <Segments />
    </Show>
  )
}

function Segments() {
  const { t, format } = useWords()
  const counts = createCounts()
  return (
    <Catalog
      collection="segments"
      home="/segments"
      columns={['name', 'count', 'sort', 'priceType', 'note']}
      atEnd="count"
      end={(row) => counts(row, (n) => t('segments.found.count', { n }))}
      form={['name', 'sort', 'priceType', 'note']}
      fresh={{ sort: 'liveSegment' }}
      cells={{
        count: { width: 130, sortable: false, cell: (row) => counts(row, format.integer) },
        sort: { width: 150 },
        priceType: { width: 150 },
      }}
      acts={(id) => <SegmentMenu id={id} />}
      below={(id) => <Below id={id} />}
      tabs={(id) => [
        { id: 'members', label: t('segments.members.title'), content: () => <Members id={id} /> },
        { id: 'trial', label: t('segments.trial.title'), content: () => <Trial id={id} /> },
      ]}
    />
  )
}

/** Nobody is in it, and why. */
function Mark(props: { readonly problems: readonly SegmentProblem[] }) {
  const { t } = useWords()
  return (
    <Show when={isBeingWritten(props.problems)} fallback={<span class="loss">{t('segments.broken.mark')}</span>}>
      <span class="dim">{t('segments.unfinished.mark')}</span>
    </Show>
  )
}

/** How many are in each now, as it is said; of one whose criteria cannot be checked a mark. */
function createCounts() {
  const answer = createQuery(() => ({ what: 'segmentCounts' }) as const)
  const of = (row: Item) => answer()?.counts.find(({ id }) => id === row.id)
  return (row: Item, said: (count: number) => string) => (
    <Show when={of(row)}>
      {(count) => (
        <Show when={count().problems.length > 0} fallback={said(count().count)}>
          <Mark problems={count().problems} />
        </Show>
      )}
    </Show>
  )
}
