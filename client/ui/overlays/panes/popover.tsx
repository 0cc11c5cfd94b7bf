import { Popover as Ark } from '@ark-ui/solid/popover'
import { createEffect, createSignal, type JSX, onCleanup } from 'solid-js'
import { Later } from '../../layout/later.tsx'
import { COARSE, createMedia } from '../../look/media.ts'
import { hostToasts } from '../../toasts/place.ts'
import { holdsEscape } from '../escape.ts'
import { LatePortal } from '../late-portal.tsx'
import type { Trigger, TriggerAttributes } from '../trigger.ts'
import './pop.css'

export interface PopoverProps {
  readonly trigger: Trigger
  /** Names it for screen readers. */
  readonly label: string
  /** What stands in it, drawn while it is open. */
  readonly children: (close: () => void) => JSX.Element
  readonly class?: string | undefined
  /** Where the focus goes first; the first thing that takes it otherwise. */
  readonly initialFocus?: (() => HTMLElement | null) | undefined
}

/** A small pane at a button. A finger that comes down beside it closes it, and does nothing else there. */
export function Popover(props: PopoverProps) {
  const [isOpen, setOpen] = createSignal(false)
  const isCoarse = createMedia(COARSE)
  return (
    <Later>
      <Ark.Root
        open={isOpen()}
        modal={isCoarse()}
        onOpenChange={({ open }) => setOpen(open)}
        onEscapeKeyDown={holdsEscape}
        initialFocusEl={props.initialFocus}
        positioning={{ placement: 'bottom-start', gutter: 4, fitViewport: true }}
        lazyMount
        unmountOnExit
      >
        <Ark.Trigger asChild={(own) => props.trigger(own() as TriggerAttributes)} />
        <LatePortal open={isOpen()}>
          <Ark.Positioner>
            <Ark.Content
              ref={(pane: HTMLElement) => createEffect(() => isOpen() && isCoarse() && onCleanup(hostToasts(pane)))}
              class={`pop ${props.class ?? ''}`}
              aria-label={props.label}
            >
              {props.children(() => setOpen(false))}
            </Ark.Content>
          </Ark.Positioner>
        </LatePortal>
      </Ark.Root>
    </Later>
  )
}
