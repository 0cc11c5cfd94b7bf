import { Tooltip as Ark } from '@ark-ui/solid/tooltip'
import { type JSX, Show } from 'solid-js'
import { Portal } from 'solid-js/web'
import { Kbd } from '../../actions/link.tsx'
import type { Trigger, TriggerAttributes } from '../trigger.ts'
import './tooltip.css'

export interface TooltipProps {
  readonly text: JSX.Element
  readonly keys?: string | undefined
  readonly trigger: Trigger
  readonly placement?: 'top' | 'bottom' | 'right' | 'left' | undefined
}

/** A word at what is pointed at or has the focus; nothing stands in it that is not said elsewhere too. */
export function Tooltip(props: TooltipProps) {
  return (
    <Ark.Root
      openDelay={450}
      closeDelay={60}
      positioning={{ placement: props.placement ?? 'bottom', gutter: 6 }}
      lazyMount
      unmountOnExit
    >
      <Ark.Trigger asChild={(own) => props.trigger(own() as TriggerAttributes)} />
      <Portal>
        <Ark.Positioner>
          <Ark.Content class="tooltip">
            {props.text}
            <Show when={props.keys}>
              <Kbd>{props.keys}</Kbd>
            </Show>
          </Ark.Content>
        </Ark.Positioner>
      </Portal>
    </Ark.Root>
  )
}
