import { createMemo, For, Show } from 'solid-js'
import { hasFeature } from '../../../../shared/features/known.ts'
import { kindsOfTrade, TRADES, type TradeId } from '../../../../shared/first-steps/trades.ts'
import { kinds } from '../../../../shared/orders/collections.ts'
import { createAll, useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Link } from '../../../ui/actions/link.tsx'
import { StateChip } from '../../../ui/state/state-chip.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** A ready process for a trade, taken with one press. */
export function ProcessStep() {
  const { t } = useWords()
  return (
    <>
      <ul class="first-step-trades">
        <For each={TRADES}>{(trade) => <Trade id={trade} />}</For>
      </ul>
      <Link href="/settings/kinds">{t('firstSteps.steps.process.more')}</Link>
    </>
  )
}

function Trade(props: { readonly id: TradeId }) {
  const { t, language } = useWords()
  const acts = useActs()
  const data = useData()
  const there = createAll(kinds)
  const all = createMemo(() => kindsOfTrade(props.id, language()))
  const name = () => t(`firstSteps.trades.${props.id}.name`)
  const isTaken = () => all().every((kind) => there().some(({ id }) => id === kind.id))
  const take = () =>
    acts.attempt(async () => {
      if (all().some(({ sort }) => sort === 'work') && !hasFeature('workOrders'))
        await data.run('switchFeatures', { ids: ['workOrders'], on: true })
      const { act } = await data.run('takeTrade', { id: props.id, language: language() })
      acts.said(t('firstSteps.steps.process.taken', { name: name() }), act)
    })
  return (
    <li class="first-step-trade">
      <div>
        <strong class="first-step-name">{name()}</strong>
        <span class="dim">{t(`firstSteps.trades.${props.id}.about`)}</span>
        <For each={all()}>
          {(kind) => (
            <span class="first-step-states">
              <For each={kind.states}>{(state) => <StateChip name={state.name} hue={state.hue} />}</For>
            </span>
          )}
        </For>
      </div>
      <Show when={!isTaken()} fallback={<span class="dim">{t('firstSteps.steps.process.is')}</span>}>
        <Button aria-label={`${t('firstSteps.steps.process.take')}: ${name()}`} onClick={() => void take()}>
          {t('firstSteps.steps.process.take')}
        </Button>
      </Show>
    </li>
  )
}
