import { For, Show } from 'solid-js'
import { hasFeature } from '../../../shared/features/known.ts'
import type { JobItem } from '../../../shared/jobs/job-item.ts'
import type { JsonObject } from '../../../shared/records/declarations/value.ts'
import { createQuery, useData } from '../../data/page/solid.tsx'
import type { PlainListQuery } from '../../data/queries/answer-to.ts'
import { Link } from '../../ui/actions/link.tsx'
import { Section } from '../../ui/layout/section.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useMayWrite } from '../rights.ts'
import { JobCheck } from './check.tsx'
import { Due } from './due.tsx'
import { JobLine } from './job-line.tsx'
import './jobs.css'

/** So many jobs are told of; what is open stands first. */
const MOST = 50

/** What the jobs of a record are given. */
export interface JobsOfProps {
  readonly of: 'order' | 'customer'
  readonly id: string
  /** What a job that is added here has besides. */
  readonly fresh: JsonObject
}

/** The jobs for an order, or for a customer: how many are open, each checked off with one press, and a new one by a line. */
export function JobsOf(props: JobsOfProps) {
  const { t } = useWords()
  const mayWrite = useMayWrite('jobs')
  const answer = createQuery(() => listOf(props))
  const items = () => answer()?.rows ?? []
  const open = () => items().filter(({ closed }) => !closed)
  const shown = () => [...open(), ...items().filter(({ closed }) => closed)]
  return (
    <Show when={hasFeature('jobs') && (mayWrite || items().length > 0)}>
      <Section
        title={t('jobs.of.title')}
        actions={
          <Show when={open().length > 0}>
            <span class="dim">{t('jobs.of.open', { count: String(open().length) })}</span>
          </Show>
        }
      >
        <ul class="job-rows" aria-label={t('jobs.of.title')}>
          <For each={shown()}>{(item) => <Row item={item} />}</For>
        </ul>
        <Show when={mayWrite}>
          <Add {...props} />
        </Show>
      </Section>
    </Show>
  )
}

function Row(props: { readonly item: JobItem }) {
  const { t } = useWords()
  return (
    <li>
      <JobCheck id={props.item.id} subject={props.item.subject} state={props.item.state} />
      <span class="job-subject grow" classList={{ closed: props.item.closed }}>
        <span class="cut">
          <Link href={`/jobs/${props.item.id}`}>{props.item.subject ?? t('common.nameless')}</Link>
        </span>
      </span>
      <span class="dim cut">{props.item.performerName}</span>
      <span class="n">
        <Due item={props.item} />
      </span>
    </li>
  )
}

/** A new one is of whoever writes it. */
function Add(props: JobsOfProps) {
  const { t } = useWords()
  const data = useData()
  const fresh = () => ({ ...props.fresh, [props.of]: props.id, performer: data.account.person })
  return <JobLine label={t('jobs.of.add')} placeholder={t('jobs.of.add')} fresh={fresh} />
}

function listOf({ of, id }: JobsOfProps): PlainListQuery<'jobs'> {
  return {
    what: 'list',
    collection: 'jobs',
    filter: [{ field: of, is: 'equal', values: [id] }],
    search: '',
    sort: [
      { field: 'closed', down: false },
      { field: 'due', down: false },
    ],
    group: [],
    from: 0,
    to: MOST,
  }
}
