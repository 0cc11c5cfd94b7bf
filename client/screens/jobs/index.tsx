import { useLocation, useNavigate, useParams } from '@solidjs/router'
import { onMount, Show } from 'solid-js'
import { ListBar } from '../../records/list/bar/list-bar.tsx'
import { createListing } from '../../records/list/listing.ts'
import { ListTable } from '../../records/list/table/list-table.tsx'
import { manyLabel } from '../../records/words/labels.ts'
import { Page } from '../../ui/layout/page.tsx'
import { ListAndCard } from '../../ui/layout/side-card.tsx'
import { EmptyState } from '../../ui/signs/empty-state.tsx'
import { useWords } from '../../ui/words/words.tsx'
import type { ListedJob } from './list/columns.tsx'
import { CompactJob } from './list/compact.tsx'
import { createJobList } from './list/definition.tsx'
import { createLook, homeOf, Looks } from './looks.tsx'
import { OpenJob } from './open-job.tsx'
import { createJobOpening, NewJobButton } from './opening.tsx'
import './jobs.css'

/** «Задания». The bare address leads to where jobs were looked at last. */
export default function JobsScreen() {
  const here = useLocation()
  const look = createLook()[0]()
  const isElsewhere = look !== 'list' && here.pathname === '/jobs' && here.search === ''
  return (
    <Show when={!isElsewhere} fallback={<Lead to={homeOf(look)} />}>
      <JobsList />
    </Show>
  )
}

/** Leads on once the page stands: a redirect within a redirect, while drawing, leads nowhere. */
function Lead(props: { readonly to: string }) {
  const navigate = useNavigate()
  onMount(() => navigate(props.to, { replace: true }))
  return null
}

/** The list is the home of work, a card opens beside it. */
function JobsList() {
  const { t } = useWords()
  const params = useParams<{ id?: string }>()
  const listing = createListing(createJobList())
  const opening = createJobOpening(() => '/jobs')
  return (
    <Page
      title={t(manyLabel('jobs'))}
      bar={<ListBar listing={listing} title={t(manyLabel('jobs'))} ways={<Looks shown="list" />} />}
      actions={<NewJobButton onCreate={() => opening.create({})} />}
    >
      <ListAndCard
        list={
          <ListTable<ListedJob>
            listing={listing}
            label={t(manyLabel('jobs'))}
            countOf={(n) => t('jobs.count', { n })}
            selected={params.id ?? null}
            onOpen={opening.open}
            onClose={() => opening.open(null)}
            compact={(row) => <CompactJob item={row} />}
            empty={
              <EmptyState title={t('jobs.empty.title')} text={t('jobs.empty.text')}>
                <NewJobButton onCreate={() => opening.create({})} />
              </EmptyState>
            }
          />
        }
        card={<OpenJob id={params.id} onClose={() => opening.open(null)} />}
      />
    </Page>
  )
}
