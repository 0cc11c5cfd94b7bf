import { createSignal, For, Show } from 'solid-js'
import type { JobItem } from '../../../shared/jobs/job-item.ts'
import type { JsonObject } from '../../../shared/records/declarations/value.ts'
import { createQuery, useData } from '../../data/page/solid.tsx'
import type { ListQuery } from '../../data/queries/query.ts'
import { Link } from '../../ui/actions/link.tsx'
import { Section } from '../../ui/layout/section.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useActs } from '../acts/use-acts.ts'
import { useMayWrite } from '../rights.ts'
import { JobCheck } from './check.tsx'
import { Due } from './due.tsx'
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
  const items = () => (answer()?.rows ?? []) as unknown as readonly JobItem[]
  const open = () => items().filter(({ closed }) => !closed)
  const shown = () => [...open(), ...items().filter(({ closed }) => closed)]
  return (
    <Show when={mayWrite || items().length > 0}>
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

/** A line that becomes a job of whoever writes it, and is empty again for the next one. */
function Add(props: JobsOfProps) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const [text, setText] = createSignal('')
  const add = async () => {
    const subject = text().trim()
    if (subject === '') return
    const values = { ...props.fresh, [props.of]: props.id, subject, performer: data.account.person }
    const id = await data.newId('jobs')
    const said = t('jobs.of.made', { subject })
    if (await acts.run('createRecord', { collection: 'jobs', id, values }, said)) setText('')
  }
  return (
    <input
      class="job-add"
      type="text"
      maxLength={500}
      placeholder={t('jobs.of.add')}
      aria-label={t('jobs.of.add')}
      value={text()}
      onInput={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && !event.isComposing && void add()}
    />
  )
}

function listOf({ of, id }: JobsOfProps): ListQuery {
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
