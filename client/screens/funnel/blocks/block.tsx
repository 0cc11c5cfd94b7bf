import { Show } from 'solid-js'
import { type FunnelBlock, keyOf } from '../../../../shared/funnel/index.ts'
import { COMPACT, createMedia } from '../../../ui/look/media.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import { StateSteps } from '../steps/state-steps.tsx'
import { Heading } from './heading.tsx'
import { Legend } from './legend.tsx'
import { Orphans } from './orphans.tsx'
import { StateTable } from './table/state-table.tsx'
import { useHeading } from './use-heading.ts'

/** A kind's funnel: its states, the legend of its losses, and states that it no longer has. */
export function Block(props: { readonly block: FunnelBlock }) {
  const { t } = useWords()
  const funnel = useFunnel()
  const isCompact = createMedia(COMPACT)
  const heading = useHeading()
  const title = () => heading(props.block.kind)
  const spread = () => funnel.answer()?.spread.get(keyOf(props.block))
  return (
    <section class="block" aria-label={title()}>
      <Heading kind={props.block.kind} />
      <Show when={props.block.orders > 0} fallback={<p class="dim">{t('funnel.noOrders')}</p>}>
        <Show when={props.block.rows.length > 0}>
          <Show when={isCompact()} fallback={<StateTable block={props.block} spread={spread()} title={title()} />}>
            <StateSteps block={props.block} spread={spread()} />
          </Show>
        </Show>
        <Legend block={props.block} />
        <Orphans block={props.block} />
      </Show>
    </section>
  )
}
