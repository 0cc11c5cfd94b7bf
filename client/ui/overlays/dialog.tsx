import { Dialog as Ark } from '@ark-ui/solid/dialog'
import X from 'lucide-solid/icons/x'
import type { JSX, ParentProps } from 'solid-js'
import { Portal } from 'solid-js/web'
import { IconButton } from '../actions/button.tsx'
import { useWords } from '../words/words.tsx'
import { holdsDraft } from './escape.ts'
import './dialog.css'

export interface DialogProps extends ParentProps {
  readonly open: boolean
  readonly title: string
  /** Escape, the cross, a press outside. */
  readonly onClose: () => void
  /** Buttons, the main one last. */
  readonly footer?: JSX.Element
  readonly size?: 'normal' | 'wide' | undefined
  readonly role?: 'dialog' | 'alertdialog' | undefined
  /** Where the focus goes first. */
  readonly initialFocus?: (() => HTMLElement | null) | undefined
}

/** A question or a form that has to be answered before one goes on. On phones it rises from the lower edge. */
export function Dialog(props: DialogProps) {
  const { t } = useWords()
  return (
    <Ark.Root
      open={props.open}
      onOpenChange={({ open }) => open || props.onClose()}
      onEscapeKeyDown={holdsDraft}
      // The pane in which it was asked for closes under it: that does not answer the question.
      onRequestDismiss={(event) => event.preventDefault()}
      role={props.role ?? 'dialog'}
      initialFocusEl={props.initialFocus}
      lazyMount
      unmountOnExit
    >
      <Portal>
        <Ark.Backdrop class="dialog-veil" />
        <Ark.Positioner class="dialog-place">
          <Ark.Content class={`dialog ${props.size ?? ''}`}>
            <header>
              <Ark.Title>{props.title}</Ark.Title>
              <Ark.CloseTrigger
                asChild={(own) => <IconButton {...own()} icon={X} label={t('common.close')} title={undefined} />}
              />
            </header>
            <div class="dialog-body">{props.children}</div>
            <footer>{props.footer}</footer>
          </Ark.Content>
        </Ark.Positioner>
      </Portal>
    </Ark.Root>
  )
}
