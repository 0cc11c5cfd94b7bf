import { Toast as Ark, createToaster, Toaster } from '@ark-ui/solid/toast'
import X from 'lucide-solid/icons/x'
import { Show } from 'solid-js'
import { Portal } from 'solid-js/web'
import { IconButton } from '../actions/button.tsx'
import { useWords } from '../words/words.tsx'
import './toast.css'

export interface ToastOptions {
  readonly text: string
  /** `bad`: something was refused; it is said at once and stays longer. */
  readonly kind?: 'plain' | 'bad' | undefined
  /** What can be done about it: the undo. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
}

export interface ToastsApi {
  readonly show: (toast: ToastOptions) => void
}

const PLAIN = 6000
const WITH_ACT = 10_000

const toaster = createToaster({ placement: 'bottom', overlap: false, gap: 8, max: 4, offsets: 'var(--toast-offset)' })

const api: ToastsApi = {
  show({ text, kind = 'plain', action }) {
    toaster.create({
      title: text,
      type: kind === 'bad' ? 'error' : 'info',
      duration: kind === 'bad' || action ? WITH_ACT : PLAIN,
      ...(action ? { action: { label: action.label, onClick: action.run } } : {}),
    })
  },
}

/** Says what was done, at the lower edge, with its undo; goes by itself, and waits while it is pointed at. */
export function useToasts(): ToastsApi {
  return api
}

/** A finger that has tapped a toast is said to have entered it, and never to have left: nothing would go any more. */
function goOnAfter(event: MouseEvent): void {
  if (event instanceof PointerEvent && event.pointerType === 'touch') setTimeout(() => toaster.resume())
}

/** Where toasts appear; stands once in the page. */
export function Toasts() {
  const { t } = useWords()
  return (
    <Portal>
      <Toaster toaster={toaster} class="toasts" onClick={goOnAfter}>
        {(toast) => (
          <Ark.Root class="toast" classList={{ bad: toast().type === 'error' }}>
            <Ark.Title class="toast-text">{toast().title}</Ark.Title>
            <Show when={toast().action}>
              {(action) => <Ark.ActionTrigger class="toast-act">{action().label}</Ark.ActionTrigger>}
            </Show>
            <Ark.CloseTrigger asChild={(own) => <IconButton {...own()} icon={X} label={t('common.close')} />} />
          </Ark.Root>
        )}
      </Toaster>
    </Portal>
  )
}
