import CirclePlay from 'lucide-solid/icons/circle-play'
import { type Accessor, Match, Show, Switch } from 'solid-js'
import { type Job, jobs } from '../../../../shared/jobs/collections.ts'
import type { JobItem } from '../../../../shared/jobs/job-item.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import { createRecord } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { createAboutTabs } from '../../../records/card/about-tabs.tsx'
import { Entries, entryRows } from '../../../records/card/entries.tsx'
import { createWriting } from '../../../records/card/writing.ts'
import { createCurrency } from '../../../records/company.ts'
import { tabLedTo } from '../../../records/discussion/lead.ts'
import { RecordHistory } from '../../../records/history/record-history.tsx'
import { JobCheck } from '../../../records/jobs/check.tsx'
import { useTimer } from '../../../records/jobs/timer/timer.tsx'
import { TimerButton } from '../../../records/jobs/timer/timer-button.tsx'
import { createLook } from '../../../records/presence/presence.tsx'
import { Watchers } from '../../../records/presence/watchers.tsx'
import { BasisLink } from '../../../records/related/basis-link.tsx'
import { createRelated } from '../../../records/related/documents.ts'
import { Related } from '../../../records/related/related.tsx'
import { RemindMe } from '../../../records/reminding/remind-me.tsx'
import { useMayWrite } from '../../../records/rights.ts'
import { oneLabel } from '../../../records/words/labels.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { createOffers } from '../../../ui/keys/offers.ts'
import { SideCard } from '../../../ui/layout/side-card.tsx'
import { Tabs } from '../../../ui/layout/tabs.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { EmptyState } from '../../../ui/signs/empty-state.tsx'
import { Skeleton } from '../../../ui/signs/waiting.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { JobForm, type JobFormProps } from './form.tsx'
import { JobMenu } from './menu.tsx'
import { Spent } from './spent/spent.tsx'
import { Steps } from './steps.tsx'

/** What the card of a job is given. */
interface JobCardProps {
  readonly id: string
  /** It is to be made with these values, and filled in. */
  readonly begins: JsonObject | undefined
  readonly onClose: () => void
}

/** The card of a job: what is to be done, by whom and when, piece by piece, and what time it took. */
export function JobCard(props: JobCardProps) {
  const { t } = useWords()
  const record = createRecord(jobs, () => props.id)
  const mayWrite = useMayWrite('jobs')
  createLook('jobs', () => props.id)
  const job = () => record()?.row ?? null
  const item = () => record()?.item ?? null
  const readOnly = () => !mayWrite || job()?.gone === true || job()?.newer === true
  const write = createWriting({ collection: 'jobs', id: props.id, begins: props.begins })
  return (
    <SideCard
      over={t(oneLabel('jobs'))}
      title={<Title job={job()} item={item()} />}
      fresh={props.begins !== undefined}
      onClose={props.onClose}
      actions={<Acts job={job()} readOnly={readOnly()} />}
      footer={<Remove {...props} isShown={job() !== null && !readOnly()} />}
    >
      <Switch fallback={<Skeleton lines={6} />}>
        <Match when={record() && job() === null && props.begins === undefined}>
          <EmptyState title={t('errors.record-missing')} />
        </Match>
        <Match when={record()}>
          <InTrash job={job()} />
          <Inside
            id={props.id}
            job={job()}
            values={(job() ?? props.begins ?? {}) as JobFormProps['values']}
            item={item()}
            isFresh={props.begins !== undefined}
            readOnly={readOnly()}
            apart={record()?.apart ?? []}
            onCommit={write}
          />
        </Match>
      </Switch>
    </SideCard>
  )
}

function Title(props: { readonly job: Job | null; readonly item: JobItem | null }) {
  const { t } = useWords()
  return (
    <span class="job-subject" classList={{ closed: props.item?.closed ?? false }}>
      <Show when={props.item}>
        {(item) => <JobCheck id={item().id} subject={item().subject} state={item().state} />}
      </Show>
      <span class="job-title">{props.job?.subject || <span class="dim">{t('common.nameless')}</span>}</span>
    </span>
  )
}

function Acts(props: { readonly job: Job | null; readonly readOnly: boolean }) {
  createTimerOffer(() => props.job)
  return (
    <Show when={props.job}>
      {(job) => (
        <>
          <Watchers collection="jobs" id={job().id} />
          <RemindMe about={{ collection: 'jobs', id: job().id }} />
          <TimerButton job={job()} />
          <Show when={!props.readOnly}>
            <JobMenu job={job()} />
          </Show>
        </>
      )}
    </Show>
  )
}

/** The timer of the job that is open, in the palette too. */
function createTimerOffer(job: Accessor<Job | null>): void {
  const { t } = useWords()
  const timer = useTimer()
  const mayWrite = useMayWrite('jobs')
  createOffers(() => {
    const here = job()
    const isOffered = mayWrite && here !== null && !timer.runsOn(here.id)
    const start = () => here && timer.start(here)
    return {
      heading: t('keys.groups.card'),
      rows: isOffered ? [{ id: 'jobs.startTimer', label: t('jobs.timer.start'), icon: CirclePlay, run: start }] : [],
    }
  })
}

function InTrash(props: { readonly job: Job | null }) {
  const { t } = useWords()
  const acts = useActs()
  const restore = () => void acts.run('restoreRecord', { collection: 'jobs', id: props.job?.id ?? '' })
  return (
    <Show when={props.job?.gone}>
      <Banner look="warn" action={{ label: t('common.restore'), run: restore }}>
        {t('jobs.removed')}
      </Banner>
    </Show>
  )
}

function Remove(props: JobCardProps & { readonly isShown: boolean }) {
  const { t } = useWords()
  const acts = useActs()
  const remove = async () => {
    if (await acts.run('removeRecord', { collection: 'jobs', id: props.id }, t('jobs.removed'))) props.onClose()
  }
  return (
    <Show when={props.isShown}>
      <Button look="ghost" onClick={() => void remove()}>
        {t('common.remove')}
      </Button>
    </Show>
  )
}

/** What stands in the card, by tabs. */
function Inside(props: JobFormProps & { readonly job: Job | null }) {
  const { t } = useWords()
  const currency = createCurrency()
  const related = createRelated(() => ({ collection: 'jobs', id: props.id }))
  const main = () => (
    <>
      <JobForm {...props} />
      <Show when={props.job}>
        {(job) => (
          <>
            <Steps job={job()} readOnly={props.readOnly} />
            <Spent job={job()} readOnly={props.readOnly} />
            <Entries
              {...props}
              collection="jobs"
              list="reminders"
              title={t('events.reminders')}
              one={t('events.reminder')}
              fields={['person', 'before']}
              rows={entryRows(job().id, job().reminders)}
              currency={currency()}
              fresh={{ person: job().performer, before: 15 }}
            />
            <Related documents={related} />
          </>
        )}
      </Show>
    </>
  )
  const history = () => (
    <RecordHistory collection="jobs" id={props.id} currency={currency()} readOnly={props.readOnly} />
  )
  const aboutTabs = createAboutTabs(
    () => `jobs/${props.id}`,
    () => props.readOnly,
  )
  return (
    <>
      {/* Without one of its own, the order stands in its field. */}
      <Show when={props.job?.basis}>
        <BasisLink documents={related} />
      </Show>
      <Tabs
        label={t(oneLabel('jobs'))}
        lead={tabLedTo(`jobs/${props.id}`)}
        tabs={[
          { id: 'main', label: t('orders.tabs.main'), content: main },
          ...(props.job ? aboutTabs() : []),
          { id: 'history', label: t('orders.tabs.history'), content: history },
        ]}
      />
    </>
  )
}
