import type { FunnelBlock } from '../../../../../shared/funnel/index.ts'
import { StateChip } from '../../../../ui/state/state-chip.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import { useFunnel } from '../../context.tsx'
import type { Line } from '../../figures/line.ts'
import { LineCells } from './line-cells.tsx'

export interface StateRowProps {
  readonly block: FunnelBlock
  readonly line: Line
  /** Its place in the kind, from 1. */
  readonly place: number
  readonly most: number
  /** Beneath a group. */
  readonly sub?: boolean
}

/** A state of a block. */
export function StateRow(props: StateRowProps) {
  const { t } = useWords()
  const funnel = useFunnel()
  const state = () => funnel.names.state(props.line.state ?? '')
  return (
    <tr classList={{ sub: props.sub ?? false }}>
      <th scope="row">
        <StateChip name={state().name} hue={state().hue} number={props.place} />
      </th>
      <LineCells
        block={props.block}
        line={props.line}
        name={t('orders.placed', { place: props.place, name: state().name })}
        most={props.most}
        bar={Math.min(props.line.share ?? 0, 100)}
        hue={state().hue}
      />
    </tr>
  )
}
