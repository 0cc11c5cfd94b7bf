import Plus from 'lucide-solid/icons/plus'
import { createSignal, For, Show } from 'solid-js'
import { people } from '../../../../../shared/company/collections.ts'
import type { Job } from '../../../../../shared/jobs/collections.ts'
import { spentByPerson, spentOn } from '../../../../../shared/jobs/spent.ts'
import { createEvery } from '../../../../data/page/solid.tsx'
import { Button } from '../../../../ui/actions/button.tsx'
import { Meter } from '../../../../ui/charts/meter.tsx'
import { Section } from '../../../../ui/layout/section.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import { EntryRow } from './entry-row.tsx'

/** What the time that a job took is given. */
export interface SpentProps {
  readonly job: Job
  readonly readOnly: boolean
}

/** What time a job took: in all beside the plan, by person, and each entry, which can be corrected and removed. */
export function Spent(props: SpentProps) {
  const { t } = useWords()
  /** The id of the entry that is corrected; empty for a new one. */
  const [edited, setEdited] = createSignal<string>()
  const nameOf = createNames()
  return (
    <Section
      title={t('jobs.card.spent')}
      actions={
        <Show when={!props.readOnly}>
          <Button size="small" look="ghost" icon={Plus} onClick={() => setEdited('')}>
            {t('jobs.card.byHand')}
          </Button>
        </Show>
      }
    >
      <Show when={props.job.spent.length > 0} fallback={<p class="dim">{t('jobs.card.nothingSpent')}</p>}>
        <Sum job={props.job} />
        <ByPerson job={props.job} nameOf={nameOf} />
        <ul class="job-entries" aria-label={t('jobs.card.spent')}>
          <For each={props.job.spent.map(({ id }) => id)}>
            {(id) => <EntryRow {...props} id={id} nameOf={nameOf} onEdit={() => setEdited(id)} />}
          </For>
        </ul>
      </Show>
      <Show when={edited() !== undefined}>
        <EntryDialog
          job={props.job}
          entry={props.job.spent.find(({ id }) => id === edited())}
          onClose={() => setEdited(undefined)}
        />
      </Show>
    </Section>
  )
}

/** What people are called, by id. */
function createNames() {
  const { t } = useWords()
  const all = createEvery(people)
  return (id: string | null) => all().find((one) => one.id === id)?.name ?? t('jobs.board.nobody')
}

function Sum(props: { readonly job: Job }) {
  const { t, format } = useWords()
  const spent = () => spentOn(props.job)
  const planned = () => props.job.planned ?? 0
  const over = () => spent() - planned()
  return (
    <div class="job-sum">
      <p>
        <strong>
          {planned() > 0
            ? t('jobs.card.spentOf', { spent: format.quantity(spent()), planned: format.quantity(planned()) })
            : t('jobs.card.spentOnly', { spent: format.quantity(spent()) })}
        </strong>
        <Show when={planned() > 0 && over() > 0}>
          <span class="job-late">{t('jobs.card.over', { hours: format.quantity(over()) })}</span>
        </Show>
      </p>
      <Show when={planned() > 0}>
        <Meter value={Math.min(100, (100 * spent()) / planned())} hue={over() > 0 ? 25 : 150} />
      </Show>
    </div>
  )
}

/** Where several people worked, how long each did. */
function ByPerson(props: { readonly job: Job; readonly nameOf: (id: string | null) => string }) {
  const { t, format } = useWords()
  const all = () => [...spentByPerson(props.job)]
  return (
    <Show when={all().length > 1}>
      <p class="dim">
        {all()
          .map(([id, hours]) => `${props.nameOf(id)}: ${t('jobs.card.hours', { n: format.quantity(hours) })}`)
          .join(' · ')}
      </p>
    </Show>
  )
}
