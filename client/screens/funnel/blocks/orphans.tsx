import { Index, Show } from 'solid-js'
import type { FunnelBlock, FunnelOrphan } from '../../../../shared/funnel/index.ts'
import { StateChip } from '../../../ui/state/state-chip.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import { FigureButton } from './table/figure-button.tsx'

/** States that the kind no longer has, or has not as long as it is missing itself, with their orders. */
export function Orphans(props: { readonly block: FunnelBlock }) {
  const { t } = useWords()
  return (
    <Show when={props.block.orphans.length > 0}>
      <div class="legend orphans">
        <h3>{t(props.block.rows.length > 0 ? 'funnel.orphans' : 'funnel.byState')}</h3>
        <ul>
          <Index each={props.block.orphans}>{(orphan) => <Orphan block={props.block} orphan={orphan()} />}</Index>
        </ul>
      </div>
    </Show>
  )
}

function Orphan(props: { readonly block: FunnelBlock; readonly orphan: FunnelOrphan }) {
  const { t, format } = useWords()
  const { names, cells } = useFunnel()
  const state = () => names.state(props.orphan.state)
  const words = () => {
    const { orders, sum, losses } = props.orphan
    const all = t('funnel.behindSum', {
      orders: t('funnel.behind', { n: orders }),
      sum: format.money(sum, cells.currency),
    })
    return losses === 0 ? all : `${all}, ${t('funnel.orphanLosses', { n: losses })}`
  }
  const figure = () => {
    const { kind, group } = props.block
    return { of: 'orphan', kind, state: props.orphan.state, ...(group === undefined ? {} : { group }) } as const
  }
  return (
    <li>
      <FigureButton figure={figure()} label={`${state().name}: ${words()}`}>
        <StateChip name={state().name} hue={state().hue} missing />
        <span>{words()}</span>
      </FigureButton>
    </li>
  )
}
