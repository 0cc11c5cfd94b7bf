import Trash from 'lucide-solid/icons/trash'
import { createSignal, For, Show } from 'solid-js'
import type { Job } from '../../../../shared/jobs/collections.ts'
import { useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { IconButton } from '../../../ui/actions/button.tsx'
import { Checkbox } from '../../../ui/inputs/toggles/checkbox.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** What the steps of a job are given. */
export interface StepsProps {
  readonly job: Job
  readonly readOnly: boolean
}

/** What is to be done piece by piece: checked, added by Enter, removed with an undo. */
export function Steps(props: StepsProps) {
  const { t } = useWords()
  const isNone = () => props.readOnly && props.job.steps.length === 0
  return (
    <Show when={!isNone()}>
      <Section title={t('jobs.card.steps')}>
        <ul class="job-steps" aria-label={t('jobs.card.steps')}>
          <For each={props.job.steps.map(({ id }) => id)}>{(id) => <Step {...props} id={id} />}</For>
        </ul>
        <Show when={!props.readOnly}>
          <AddStep id={props.job.id} />
        </Show>
      </Section>
    </Show>
  )
}

function Step(props: StepsProps & { readonly id: string }) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const step = () => props.job.steps.find(({ id }) => id === props.id)
  const at = () => ({ collection: 'jobs', id: props.job.id }) as const
  const check = (done: boolean) => data.run('setRecord', { ...at(), values: { [`steps/${props.id}/done`]: done } })
  const remove = () =>
    void acts.run('removeEntry', { ...at(), list: 'steps', entry: props.id }, t('jobs.card.stepRemoved'))
  return (
    <li classList={{ done: step()?.done ?? false }}>
      <Checkbox label={step()?.text ?? ''} checked={step()?.done ?? false} readOnly={props.readOnly} onCommit={check} />
      <Show when={!props.readOnly}>
        <IconButton icon={Trash} label={t('jobs.card.removeStep', { text: step()?.text ?? '' })} onClick={remove} />
      </Show>
    </li>
  )
}

/** A line that becomes a step by Enter, and is empty again for the next one. */
function AddStep(props: { readonly id: string }) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const [text, setText] = createSignal('')
  const add = async () => {
    const typed = text().trim()
    if (typed === '') return
    const args = { collection: 'jobs', id: props.id, list: 'steps', values: { text: typed } } as const
    if (await acts.attempt(() => data.run('addEntry', args))) setText('')
  }
  return (
    <input
      class="job-add"
      type="text"
      maxLength={500}
      placeholder={t('jobs.card.addStep')}
      aria-label={t('jobs.card.addStep')}
      value={text()}
      onInput={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && !event.isComposing && void add()}
      onBlur={() => void add()}
    />
  )
}
