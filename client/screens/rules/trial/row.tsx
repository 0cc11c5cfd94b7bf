import { For, Match, Show, Switch } from 'solid-js'
import { WAYS } from '../../../../shared/messages/collections.ts'
import type { TrialAction, TrialRow } from '../../../data/queries/rules/trial/query.ts'
import { addressOf } from '../../../records/address.ts'
import { FilledView } from '../../../records/messages/filled-view.tsx'
import { choiceLabel } from '../../../records/words/labels.ts'
import { useWhy } from '../../../records/words/why.ts'
import '../../../records/process/state-of.css'
import '../../../records/runs/runs.css'
import { Link } from '../../../ui/actions/link.tsx'
import { Fold } from '../../../ui/layout/fold.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** What the rule would have done for one occasion of an order, each message as it would have read. */
export function TrialRowOf(props: { readonly row: TrialRow }) {
  const { t, format } = useWords()
  const why = useWhy()
  const order = () => props.row.order
  const name = () => [order().number, order().customer].filter(Boolean).join(', ') || t('common.nameless')
  return (
    <li class="run">
      <p class="run-head">
        <span class="run-name">
          <Link href={addressOf('orders', { id: order().id, sort: order().sort }) ?? ''}>{name()}</Link>
        </span>
        <span class="dim n">{format.when(props.row.at)}</span>
      </p>
      <Show when={props.row.why}>{(kept) => <p class="run-why">{t('rules.trial.not', { why: why(kept()) })}</p>}</Show>
      <Show when={props.row.actions.length > 0}>
        <ul class="run-steps">
          <For each={props.row.actions}>{(action) => <ActionOf action={action} why={why} />}</For>
        </ul>
      </Show>
    </li>
  )
}

interface ActionProps {
  readonly action: TrialAction
  readonly why: (kept: string | null) => string
}

function ActionOf(props: ActionProps) {
  const { t, format } = useWords()
  const does = () => (props.action.does ? t(choiceLabel('rules', 'does', props.action.does)) : t('common.nameless'))
  const whom = () => [props.action.who, props.action.to].filter(Boolean).join(', ')
  const said = () => [whom(), t('rules.trial.due', { when: format.when(props.action.due) })].filter(Boolean).join(' · ')
  const way = () => WAYS.find((one) => one === props.action.does)
  return (
    <li class="run-step">
      <Switch fallback={<p>{does()}</p>}>
        <Match when={props.action.why}>
          {(kept) => (
            <p>
              {does()} <span class="tag warn">{t('rules.trial.nobody')}</span>{' '}
              <span class="run-why">{props.why(kept())}</span>
            </p>
          )}
        </Match>
        <Match when={way() && props.action.text !== null}>
          <Fold title={does()} summary={props.action.subject ?? ''}>
            <FilledView way={way() ?? 'letter'} subject={props.action.subject} body={props.action.text} />
          </Fold>
        </Match>
        <Match when={props.action.subject ?? props.action.text}>
          {(words) => (
            <p>
              {does()}: {words()}
            </p>
          )}
        </Match>
      </Switch>
      <p class="dim">{said()}</p>
    </li>
  )
}
