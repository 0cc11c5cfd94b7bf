import { Popover as Ark } from '@ark-ui/solid/popover'
import { createEffect, createSignal, type JSX, onCleanup } from 'solid-js'
import { placeBefore } from '../../focus/place-before.ts'
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
  /** Where it goes when the pane is closed; to its button otherwise. */
  readonly finalFocus?: (() => HTMLElement | null) | undefined
}

/** A small pane at a button. A finger that comes down beside it closes it, and does nothing else there. */
export function Popover(props: PopoverProps) {
  const [isOpen, setOpen] = createSignal(false)
  const isCoarse = createMedia(COARSE)
  let opener: HTMLElement | null = null
  const turn = (open: boolean) => {
    if (open) opener = placeBefore()
    setOpen(open)
  }
  /** The pane is gone at once: a dialog that its choice asks for finds the focus where it is to give it back. */
  const close = () => {
    opener?.focus({ preventScroll: true })
    setOpen(false)
  }
  return (
    <Later>
      <Ark.Root
        open={isOpen()}
        modal={isCoarse()}
        onOpenChange={({ open }) => turn(open)}
        onEscapeKeyDown={holdsEscape}
        initialFocusEl={props.initialFocus}
        finalFocusEl={props.finalFocus}
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
              {props.children(close)}
            </Ark.Content>
          </Ark.Positioner>
        </LatePortal>
      </Ark.Root>
    </Later>
  )
}
