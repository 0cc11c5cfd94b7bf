import { For, Show } from 'solid-js'
import type { FunnelBlock } from '../../../../shared/funnel/index.ts'
import { hueStyle } from '../../../ui/look/hues.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import { FigureButton } from './table/figure-button.tsx'

/** «Причины потерь»: the block's losses by reason, with sums and shares. */
export function Legend(props: { readonly block: FunnelBlock }) {
  const { t } = useWords()
  return (
    <Show when={props.block.reasons.length > 0}>
      <div class="legend">
        <h3>{t('funnel.reasons')}</h3>
        <ul class="reasons">
          <For each={props.block.reasons.map(({ reason }) => reason)}>
            {(reason) => <Reason block={props.block} reason={reason} />}
          </For>
        </ul>
      </div>
    </Show>
  )
}

function Reason(props: { readonly block: FunnelBlock; readonly reason: string | null }) {
  const { format } = useWords()
  const { names, cells } = useFunnel()
  const shown = () => names.reason(props.reason)
  const found = () => props.block.reasons.find(({ reason }) => reason === props.reason)
  const count = () => found()?.count ?? 0
  const share = () => format.percent(found()?.share ?? 0)
  const sum = () => format.money(found()?.sum ?? 0, cells.currency)
  const figure = () => {
    const { kind, group } = props.block
    return { of: 'reason', kind, reason: props.reason, ...(group === undefined ? {} : { group }) } as const
  }
  return (
    <li>
      <FigureButton figure={figure()} label={`${shown().name}: ${count()} · ${share()} · ${sum()}`}>
        <i class="swatch hue" classList={{ none: shown().hue === null }} style={hueStyle(shown().hue)} />
        <span class="reason-name">{shown().name}</span> <b>{format.integer(count())}</b>{' '}
        <span class="second">{share()}</span> <span class="reason-sum">{sum()}</span>
      </FigureButton>
    </li>
  )
}
