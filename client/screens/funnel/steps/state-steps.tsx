import { createMemo, Index } from 'solid-js'
import type { FunnelBlock, FunnelSpread } from '../../../../shared/funnel/index.ts'
import { StateChip } from '../../../ui/state/state-chip.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import { type Line, linesOf } from '../figures/line.ts'
import { Step } from './step.tsx'

/** The states of a block as phones show them. */
export function StateSteps(props: { readonly block: FunnelBlock; readonly spread: FunnelSpread | undefined }) {
  const lines = createMemo(() => linesOf(props.block, props.spread))
  const most = createMemo(() => Math.max(...lines().map((line) => line.losses), 0))
  return (
    <ul class="steps">
      <Index each={lines()}>
        {(line, index) => <StateStep block={props.block} line={line()} place={index + 1} most={most()} />}
      </Index>
    </ul>
  )
}

function StateStep(props: { block: FunnelBlock; line: Line; place: number; most: number }) {
  const { t } = useWords()
  const funnel = useFunnel()
  const state = () => funnel.names.state(props.line.state ?? '')
  return (
    <Step
      block={props.block}
      line={props.line}
      most={props.most}
      name={t('orders.placed', { place: props.place, name: state().name })}
      head={<StateChip name={state().name} hue={state().hue} number={props.place} />}
      meter={Math.min(props.line.share ?? 0, 100)}
      hue={state().hue}
    />
  )
}
