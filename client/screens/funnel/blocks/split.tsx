import { Index } from 'solid-js'
import type { FunnelReason } from '../../../../shared/funnel/index.ts'
import { hueStyle } from '../../../ui/look/hues.ts'
import { useFunnel } from '../context.tsx'

export interface SplitProps {
  readonly reasons: readonly FunnelReason[]
  readonly losses: number
  /** The losses for which it would take all its room. */
  readonly most: number
}

/** Losses divided by reason, in the reasons' colours. */
export function Split(props: SplitProps) {
  const { names } = useFunnel()
  return (
    <span class="split" aria-hidden="true">
      <span class="split-bar" style={{ width: `${(props.losses / Math.max(props.most, 1)) * 100}%` }}>
        <Index each={props.reasons}>
          {(reason) => (
            <i
              class="hue"
              classList={{ none: names.reason(reason().reason).hue === null }}
              style={{ ...hueStyle(names.reason(reason().reason).hue), 'flex-grow': reason().count }}
              title={`${names.reason(reason().reason).name}: ${reason().count}`}
            />
          )}
        </Index>
      </span>
    </span>
  )
}
