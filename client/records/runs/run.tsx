import { type Accessor, For, Show } from 'solid-js'
import type { CollectionName } from '../../../shared/collections.ts'
import type { Run, RunState, Step } from '../../../shared/rules/collections.ts'
import { isUndone, isWaiting } from '../../../shared/rules/runs/commands.ts'
import type { MadeRecord, RunRow } from '../../data/queries/rules/query.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Link } from '../../ui/actions/link.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useActs } from '../acts/use-acts.ts'
import { addressOf } from '../address.ts'
import { useNow } from '../now.tsx'
import { useMayWrite } from '../rights.ts'
import { choiceLabel, oneLabel } from '../words/labels.ts'
import { useWhy } from '../words/why.ts'

interface RunProps {
  /** In whose card it stands: what that is about needs no naming. */
  readonly of: 'rules' | 'orders'
  readonly row: RunRow
}

/** A run: of which rule or for which order, when, what came of each of its steps, and what can be done about it. */
export function RunOf(props: RunProps) {
  const { format } = useWords()
  const why = useWhy()
  const run = () => props.row.run
  const isSaidBySteps = () => run().steps.some((step) => step.why === run().why)
  return (
    <li class="run">
      <p class="run-head">
        <StateSign state={run().state} />
        <span class="run-name">
          <Named {...props} />
        </span>
        <span class="dim n">{format.when(run().heard ?? run().at ?? run().madeAt)}</span>
      </p>
      <Show when={!isSaidBySteps() && why(run().why)}>{(sentence) => <p class="run-why">{sentence()}</p>}</Show>
      <Show when={run().steps.length > 0}>
        <ul class="run-steps">
          <For each={run().steps}>{(step) => <StepOf step={step} made={props.row.made[step.id]} why={why} />}</For>
        </ul>
      </Show>
      <RunActs run={run} />
    </li>
  )
}

/** The other side of it: the order in a rule's card, the rule in an order's. */
function Named(props: RunProps) {
  const { t } = useWords()
  const rule = () => ({ href: `/rules/${props.row.run.rule}`, name: props.row.run.name ?? t('common.nameless') })
  const order = () => {
    const { order } = props.row
    if (!order) return null
    const name = [order.number, order.customer].filter(Boolean).join(', ')
    return { href: addressOf('orders', { id: order.id, sort: order.sort }) ?? '', name: name || t('common.nameless') }
  }
  return (
    <Show
      when={props.of === 'rules' ? order() : rule()}
      fallback={<span class="dim">{t('rules.runs.orderAway')}</span>}
    >
      {(one) => <Link href={one().href}>{one().name}</Link>}
    </Show>
  )
}

/** States in which something is to be looked at. */
const BAD: readonly (RunState | null)[] = ['failed', 'doubtful']

function StateSign(props: { readonly state: RunState | null }) {
  const { t } = useWords()
  return (
    <span class="tag" classList={{ warn: BAD.includes(props.state) }}>
      {t(choiceLabel('runs', 'state', props.state ?? 'waiting'))}
    </span>
  )
}

interface StepProps {
  readonly step: Step
  readonly made: MadeRecord | undefined
  readonly why: (kept: string | null) => string
}

function StepOf(props: StepProps) {
  const { t, format } = useWords()
  const now = useNow()
  const name = () => (props.step.does ? t(choiceLabel('runs', 'does', props.step.does)) : t('common.nameless'))
  const due = () => {
    const { state, due } = props.step
    return state === 'waiting' && due !== null && due > now() ? t('rules.runs.due', { when: format.when(due) }) : null
  }
  const attempts = () =>
    (props.step.attempts ?? 0) > 1 ? t('rules.runs.attempts', { n: props.step.attempts ?? 0 }) : null
  const ended = () => (props.step.ended === null ? null : format.when(props.step.ended))
  const said = () => [due(), attempts(), ended()].filter(Boolean).join(' · ')
  return (
    <li class="run-step">
      <p>
        {name()} <StateSign state={props.step.state} />{' '}
        <Show when={props.made}>{(made) => <Made made={made()} />}</Show>
      </p>
      <Show when={props.why(props.step.why)}>{(sentence) => <p class="run-why">{sentence()}</p>}</Show>
      <Show when={said()}>
        <p class="dim">{said()}</p>
      </Show>
    </li>
  )
}

/** The way to what a step made; without a card of its own it is only named. */
function Made(props: { readonly made: MadeRecord }) {
  const { t } = useWords()
  const collection = () => props.made.collection as CollectionName
  const name = () => props.made.name ?? t(oneLabel(collection()))
  return (
    <Show when={collection() !== 'orders' && addressOf(collection(), { id: props.made.id })}>
      {(href) => <Link href={href()}>{name()}</Link>}
    </Show>
  )
}

/** Calls off what waits, and asks again for what was not done. */
function RunActs(props: { readonly run: Accessor<Run> }) {
  const { t } = useWords()
  const acts = useActs()
  const mayWrite = useMayWrite('runs')
  const steps = () => props.run().steps
  const waits = () => (steps().length > 0 ? steps().some(isWaiting) : isWaiting(props.run()))
  const isToBeAsked = () => steps().some(isUndone)
  const id = () => props.run().id
  return (
    <Show when={mayWrite && (waits() || isToBeAsked())}>
      <div class="run-acts">
        <Show when={waits()}>
          <Button size="small" onClick={() => void acts.run('cancelRun', { id: id() }, t('rules.runs.cancelled'))}>
            {t('rules.runs.cancel')}
          </Button>
        </Show>
        <Show when={isToBeAsked()}>
          <Button size="small" onClick={() => void acts.run('runAgain', { id: id() }, t('rules.runs.asked'))}>
            {t('rules.runs.again')}
          </Button>
        </Show>
      </div>
    </Show>
  )
}
