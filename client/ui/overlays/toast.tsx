import { Toast as Ark, createToaster, Toaster } from '@ark-ui/solid/toast'
import X from 'lucide-solid/icons/x'
import { createEffect, createMemo, createRoot, onCleanup, onMount, Show, untrack } from 'solid-js'
import { Portal } from 'solid-js/web'
import type { FailureCode } from '../../../shared/errors.ts'
import type { Progress, UnderWay } from '../../../shared/under-way.ts'
import { IconButton } from '../actions/button.tsx'
import { useWords } from '../words/words.tsx'
import { createWork, type Work } from '../work/create-work.ts'
import { ProgressBar } from '../work/progress-bar.tsx'
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
  /**
   * Does what may take long beside the page; as soon as it does, it is said how far it is. It can be stopped there, and then
   * ends with the Failure `stopped`.
   */
  readonly during: <T>(label: string, deed: (underWay: UnderWay) => Promise<T>, stopped: FailureCode) => Promise<T>
}

/** A work as its toast shows it. */
interface Shown {
  readonly label: string
  readonly work: Work
  /** It was over before there was room for its toast. */
  readonly isOver: () => boolean
}

const PLAIN = 6000
const WITH_ACT = 10_000

/** From the edges of the window. */
const OFFSETS = { left: '12px', right: '12px', top: '12px', bottom: 'var(--toast-offset)' }
const toaster = createToaster({ placement: 'bottom', overlap: false, gap: 8, max: 4, offsets: OFFSETS })

const api: ToastsApi = {
  show({ text, kind = 'plain', action }) {
    toaster.create({
      title: text,
      type: kind === 'bad' ? 'error' : 'info',
      duration: kind === 'bad' || action ? WITH_ACT : PLAIN,
      ...(action ? { action: { label: action.label, onClick: action.run } } : {}),
    })
  },
  async during(label, deed, stopped) {
    const work = createWork(stopped)
    let isOver = false
    const end = follow({ label, work, isOver: () => isOver })
    try {
      return await work.run(deed)
    } finally {
      isOver = true
      end()
    }
  },
}

/** Shows a work from when there is something to show; gives its end. */
function follow(shown: Shown): () => void {
  return createRoot((dispose) => {
    let id: string | undefined
    const show = () => toaster.create({ type: 'loading', meta: { shown } })
    createEffect(() => {
      if (shown.work.progress()) id ??= untrack(show)
    })
    return () => {
      dispose()
      if (id !== undefined) toaster.dismiss(id)
    }
  })
}

/** Says what was done, at the lower edge, with its undo; goes by itself, and waits while it is pointed at. */
export function useToasts(): ToastsApi {
  return api
}

/**
 * Takes away what was said of things done, before a sheet rises where it stands; refusals stay until they are read. Not in
 * the middle of an effect: while it lasts the machine knows only one of them as dismissed.
 */
export function makeRoom(): void {
  const said = toaster.getVisibleToasts().filter(({ type }) => type === 'info')
  queueMicrotask(() => {
    for (const { id } of said) toaster.dismiss(id)
  })
}

const sheets = new Set<HTMLElement>()

/** What is said while a sheet stands at the lower edge stands over it; the styles say on which screens. Returns its undo. */
export function raiseToasts(sheet: HTMLElement): () => void {
  const { style } = document.documentElement
  const measure = () => {
    const height = Math.max(0, ...[...sheets].map((one) => one.offsetHeight))
    style.setProperty('--sheet', `${height}px`)
  }
  const watch = new ResizeObserver(measure)
  sheets.add(sheet)
  watch.observe(sheet)
  return () => {
    sheets.delete(sheet)
    watch.disconnect()
    measure()
  }
}

/**
 * Behind a finger the browser acts out a mouse, which comes to what stands at that place, also to a toast that appears there
 * later, and never leaves it: no toast would go any more.
 *
 * @returns What hears of it on the element around all toasts.
 */
function createGoingOn() {
  let isFinger = false
  const follow = ({ pointerType }: PointerEvent) => {
    isFinger = pointerType === 'touch'
  }
  const goOn = () => {
    if (isFinger) setTimeout(() => toaster.resume())
  }
  onMount(() => document.addEventListener('pointerdown', follow, true))
  onCleanup(() => document.removeEventListener('pointerdown', follow, true))
  return { onPointerMove: follow, onMouseEnter: goOn, onMouseMove: goOn, onClick: goOn }
}

/** Where toasts appear; stands once in the page. */
export function Toasts() {
  const { t } = useWords()
  const goingOn = createGoingOn()
  return (
    <Portal>
      <Toaster toaster={toaster} class="toasts" aria-label={t('common.messages')} {...goingOn}>
        {(toast) => (
          <Show
            when={toast().meta?.shown as Shown | undefined}
            fallback={
              <Ark.Root class="toast" classList={{ bad: toast().type === 'error' }}>
                <Ark.Title class="toast-text">{toast().title}</Ark.Title>
                <Show when={toast().action}>
                  {(action) => <Ark.ActionTrigger class="toast-act">{action().label}</Ark.ActionTrigger>}
                </Show>
                <Ark.CloseTrigger asChild={(own) => <IconButton {...own()} icon={X} label={t('common.close')} />} />
              </Ark.Root>
            }
          >
            {(shown) => <WorkToast {...shown()} leave={() => toaster.dismiss(toast().id)} />}
          </Show>
        )}
      </Toaster>
    </Portal>
  )
}

/** Escape in it is its stop, as the button is. */
function WorkToast(props: Shown & { readonly leave: () => void }) {
  onMount(() => props.isOver() && queueMicrotask(props.leave))
  // It goes a moment after the work is over.
  const progress = createMemo<Progress | null>((before) => props.work.progress() ?? before, null)
  return (
    <Ark.Root class="toast work" onKeyDown={({ key }) => key === 'Escape' && props.work.stop()}>
      <Show when={progress()}>
        {(known) => <ProgressBar label={props.label} progress={known()} onStop={props.work.stop} />}
      </Show>
    </Ark.Root>
  )
}
