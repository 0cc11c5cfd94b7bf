import { createSignal, For, Show } from 'solid-js'
import { createQuery } from '../../data/page/solid.tsx'
import { Button } from '../../ui/actions/button.tsx'
import { EmptyState } from '../../ui/signs/empty-state.tsx'
import { Skeleton } from '../../ui/signs/waiting.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { RunOf } from './run.tsx'
import './runs.css'

/** So many runs are told of at first, and so many more at each press. */
const PART = 30

/** Whose runs are told of. */
export interface RunsProps {
  readonly of: 'rules' | 'orders'
  readonly id: string
}

/** «Выполнение правила»: what came of a rule, or of all rules for an order, the newest first. */
export function Runs(props: RunsProps) {
  const { t } = useWords()
  const [to, setTo] = createSignal(PART)
  const answer = createQuery(() => ({ what: 'runs', of: props.of, id: props.id, to: to() }) as const)
  return (
    <Show when={answer()} fallback={<Skeleton lines={4} />}>
      {(told) => (
        <Show
          when={told().count > 0}
          fallback={<EmptyState title={t('rules.runs.none')} text={t(`rules.runs.noneText.${props.of}`)} />}
        >
          <ol class="runs" aria-label={t('rules.runs.title')}>
            <For each={told().rows}>{(row) => <RunOf of={props.of} row={row} />}</For>
          </ol>
          <Show when={told().count > told().rows.length}>
            <Button size="small" look="ghost" onClick={() => setTo(to() + PART)}>
              {t('rules.runs.more', { n: told().count - told().rows.length })}
            </Button>
          </Show>
        </Show>
      )}
    </Show>
  )
}
