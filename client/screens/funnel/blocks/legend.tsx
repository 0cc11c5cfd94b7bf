import { For, Show } from 'solid-js'
import type { FunnelBlock } from '../../../../shared/funnel/index.ts'
import { type ReasonBeside, reasonsBeside } from '../../../../shared/funnel/report/difference.ts'
import { hueStyle } from '../../../ui/look/hues.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import { OF_BESIDE } from '../view/view.ts'
import { FigureButton } from './table/figure-button.tsx'
import '../beside/was.css'

/** «Причины потерь»: the block's losses by reason, with sums and shares, and how they differ from the period beside. */
export function Legend(props: { readonly block: FunnelBlock }) {
  const { t } = useWords()
  const funnel = useFunnel()
  const reasons = () => reasonsBeside(props.block, funnel.beside.blocks() ?? []).map(({ reason }) => reason)
  return (
    <Show when={reasons().length > 0}>
      <div class="legend">
        <h3>{t('funnel.reasons')}</h3>
        <ul class="reasons">
          <For each={reasons()}>{(reason) => <Reason block={props.block} reason={reason} />}</For>
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
      <ReasonWas {...props} name={shown().name} />
    </li>
  )
}

/** Under a reason: what it was in the period beside, which opens those orders, and by how much it differs. */
function ReasonWas(props: { readonly block: FunnelBlock; readonly reason: string | null; readonly name: string }) {
  const { t, format } = useWords()
  const funnel = useFunnel()
  const beside = () => {
    const blocks = funnel.beside.blocks()
    return blocks && reasonsBeside(props.block, blocks).find(({ reason }) => reason === props.reason)
  }
  const figure = () => {
    const { kind, group } = props.block
    return { of: 'reason', kind, reason: props.reason, ...(group === undefined ? {} : { group }) } as const
  }
  const signed = (by: number, show: (value: number) => string) =>
    by === 0 ? '=' : `${by > 0 ? '+' : '−'}${show(Math.abs(by))}`
  const money = (sum: number) => format.money(sum, funnel.cells.currency)
  return (
    <Show when={beside()}>
      {(both) => (
        <span class="was">
          <FigureButton
            figure={figure()}
            of={OF_BESIDE}
            label={t('funnel.beside.was', {
              what: props.name,
              figure: `${both().before.count} · ${money(both().before.sum)}`,
            })}
          >
            {both().before.count}
          </FigureButton>
          <span class="by-how-much" classList={turnOf(both())}>
            {signed(both().now.count - both().before.count, format.integer)}
            {' · '}
            {signed(both().now.sum - both().before.sum, money)}
          </span>
        </span>
      )}
    </Show>
  )
}

/** Fewer losses are better. */
function turnOf({ now, before }: ReasonBeside) {
  return { better: now.count < before.count, worse: now.count > before.count }
}
