import type { FunnelReason } from '../../../../../shared/funnel/index.ts'
import { SplitBar } from '../../../../ui/charts/split-bar.tsx'
import { useFunnel } from '../../context.tsx'

export interface SplitProps {
  readonly reasons: readonly FunnelReason[]
  readonly losses: number
  /** The losses for which it would take all its room. */
  readonly most: number
}

/** Losses divided by reason, in the reasons' colours. */
export function Split(props: SplitProps) {
  const { names } = useFunnel()
  const parts = () => props.reasons.map(({ reason, count }) => ({ ...names.reason(reason), count }))
  return <SplitBar parts={parts()} share={props.losses / Math.max(props.most, 1)} />
}
