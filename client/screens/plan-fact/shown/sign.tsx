import { Show } from 'solid-js'
import type { Held } from '../../../../shared/plans/fact/figures.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { usePlanFact } from '../context.tsx'

/** By how much a fact differs from its plan: with its sign and a word. */
export function Deviation(props: { readonly of: Held | undefined }) {
  const { t } = useWords()
  const { view, words } = usePlanFact()
  return (
    <Show when={props.of} keyed>
      {({ deviation, plan, fact }) => (
        <Show when={plan !== 0 || fact !== 0}>
          <span class="deviation" classList={{ under: deviation < 0, over: deviation > 0 }}>
            <span>
              {deviation > 0 ? '+' : ''}
              {words.figure(view().measure, deviation)}
            </span>
            <small>{t(deviation === 0 ? 'planFact.even' : deviation > 0 ? 'planFact.above' : 'planFact.below')}</small>
          </span>
        </Show>
      )}
    </Show>
  )
}

/** What is done of a plan. */
export function Done(props: { readonly of: Held | undefined }) {
  const { format } = useWords()
  const done = () => props.of?.done ?? null
  return <>{done() === null ? '–' : format.percent(done() ?? 0, 2)}</>
}
