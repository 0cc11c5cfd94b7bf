import { Dialog as Ark } from '@ark-ui/solid/dialog'
import X from 'lucide-solid/icons/x'
import { createEffect, createRenderEffect, type JSX, onCleanup, type ParentProps } from 'solid-js'
import { Portal } from 'solid-js/web'
import { IconButton } from '../actions/button.tsx'
import { placeBefore, placeNow } from '../focus/place-before.ts'
import { COARSE, COMPACT, createMedia } from '../look/media.ts'
import { hostToasts, raiseToasts } from '../toasts/place.ts'
import { makeRoom } from '../toasts/use-toasts.ts'
import { useWords } from '../words/words.tsx'
import { holdsEscape } from './escape.ts'
import { stillPage } from './still-page.ts'
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
  /** There is nothing in it but to read: it takes the focus itself, so that keys scroll it. */
  readonly toRead?: boolean
  /** Where the focus goes first. */
  readonly initialFocus?: (() => HTMLElement | null) | undefined
}

const FIELDS = 'input:not(:disabled), textarea:not(:disabled), [role="combobox"]:not(:disabled), button:not(:disabled)'

/** A question or a form that has to be answered before one goes on. On phones it rises from the lower edge. */
export function Dialog(props: DialogProps) {
  const { t } = useWords()
  const isCoarse = createMedia(COARSE)
  const isSheet = createMedia(COMPACT)
  let content: HTMLDivElement | undefined
  let body: HTMLDivElement | undefined
  let before: HTMLElement | null = null
  createRenderEffect(() => {
    if (props.open) before = placeBefore()
  })
  createEffect(() => props.open && onCleanup(stillPage()))
  createEffect(() => props.open && isSheet() && makeRoom())
  /** The first thing to fill in; under fingers the pane itself, so that no keyboard comes up unasked. */
  const first = () => {
    if (props.toRead) return body ?? null
    return (isCoarse() ? content : body?.querySelector<HTMLElement>(FIELDS)) ?? null
  }
  return (
    <Ark.Root
      open={props.open}
      onOpenChange={({ open }) => open || props.onClose()}
      onEscapeKeyDown={holdsEscape}
      // The pane in which it was asked for closes under it: that does not answer the question.
      onRequestDismiss={(event) => event.preventDefault()}
      role={props.role ?? 'dialog'}
      initialFocusEl={() => props.initialFocus?.() ?? first()}
      finalFocusEl={() => placeNow(before)}
      lazyMount
      unmountOnExit
    >
      <Portal>
        <Ark.Backdrop class="dialog-veil" />
        <Ark.Positioner class="dialog-place">
          <Ark.Content
            ref={(element: HTMLDivElement) => {
              content = element
              onCleanup(raiseToasts(element))
              createEffect(() => props.open && onCleanup(hostToasts(element)))
            }}
            class={`dialog ${props.size ?? ''}`}
          >
            <header>
              <Ark.Title>{props.title}</Ark.Title>
              <Ark.CloseTrigger asChild={(own) => <IconButton {...own()} icon={X} label={t('common.close')} />} />
            </header>
            <div ref={body} class="dialog-body" tabIndex={props.toRead ? 0 : undefined}>
              {props.children}
            </div>
            <footer>{props.footer}</footer>
          </Ark.Content>
        </Ark.Positioner>
      </Portal>
    </Ark.Root>
  )
}
