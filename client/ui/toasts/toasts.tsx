import X from 'lucide-solid/icons/x'
import { createMemo, createRenderEffect, For, onCleanup, onMount, type ParentProps, Show } from 'solid-js'
import type { Progress } from '../../../shared/under-way.ts'
import { IconButton } from '../actions/button.tsx'
import { useWords } from '../words/words.tsx'
import { ProgressBar } from '../work/progress-bar.tsx'
import { createAttention } from './attention.ts'
import { standToasts } from './place.ts'
import { type LongWork, type Message, pile } from './use-toasts.ts'
import './toasts.css'

/** Where toasts appear: they stand once in the program, and wherever they can be reached in the page. */
export function Toasts() {
  const { t } = useWords()
  const { heard, giveBack } = createAttention(pile)
  const region = (
    <section class="toasts" popover="manual" aria-label={t('common.messages')} aria-live="polite" {...heard}>
      <For each={pile.shown()}>
        {(toast) => {
          const { content } = toast
          const leave = () => pile.dismiss(toast)
          const isWork = 'work' in content
          return (
            <Place isGoing={toast.isGoing()} onGoing={giveBack} onEscape={isWork ? content.work.stop : leave}>
              {isWork ? <WorkToast {...content} /> : <MessageToast {...content} leave={leave} />}
            </Place>
          )
        }}
      </For>
    </section>
  )
  onMount(() => onCleanup(standToasts(region as HTMLElement)))
  return null
}

interface PlaceProps extends ParentProps {
  readonly isGoing: boolean
  readonly onGoing: (place: Element) => void
  readonly onEscape: () => void
}

/** The place of one toast among the others, which grows and shrinks with it. */
function Place(props: PlaceProps) {
  let own: HTMLDivElement | undefined
  // Before it is out of reach, and the focus in it with it.
  createRenderEffect(() => props.isGoing && own && props.onGoing(own))
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    props.onEscape()
  }
  return (
    // Heard before the page's own keys.
    <div ref={own} class="toast-place" classList={{ going: props.isGoing }} inert={props.isGoing} on:keydown={press}>
      {props.children}
    </div>
  )
}

function MessageToast(props: Message & { readonly leave: () => void }) {
  const { t } = useWords()
  const isBad = () => props.kind === 'bad'
  const act = (run: () => void) => {
    props.leave()
    run()
  }
  return (
    <div class="toast" classList={{ bad: isBad() }} role={isBad() ? 'alert' : 'status'} aria-atomic="true">
      <span class="toast-text">{props.text}</span>
      <Show when={props.action}>
        {(action) => (
          <button type="button" class="toast-act" onClick={() => act(action().run)}>
            {action().label}
          </button>
        )}
      </Show>
      <IconButton icon={X} label={t('common.close')} onClick={props.leave} />
    </div>
  )
}

function WorkToast(props: LongWork) {
  // It goes a moment after the work is over.
  const progress = createMemo<Progress | null>((before) => props.work.progress() ?? before, null)
  return (
    <div class="toast work">
      <Show when={progress()}>
        {(known) => <ProgressBar label={props.label} progress={known()} onStop={props.work.stop} />}
      </Show>
    </div>
  )
}
