import PhoneIncoming from 'lucide-solid/icons/phone-incoming'
import PhoneOutgoing from 'lucide-solid/icons/phone-outgoing'
import { For, Show } from 'solid-js'
import type { CallWindow } from '../../data/queries/calls/windows/query.ts'
import { CallMenu } from '../../records/calls/call-menu.tsx'
import { clockText } from '../../records/calls/clock.ts'
import { WhoCalled } from '../../records/calls/who-called.tsx'
import { createSeconds } from '../../records/jobs/timer/seconds.ts'
import { useWords } from '../../ui/words/words.tsx'
import { createCallWords } from '../call-words.ts'
import { WindowActs } from './acts.tsx'
import { CallerFacts } from './caller.tsx'
import { CallNote } from './note.tsx'
import { CallOrder } from './order.tsx'
import type { CallWindowProps } from './props.ts'

/** The window of one call. It takes no focus; Escape inside of it puts it aside. */
export function CallWindowOf(props: CallWindowProps) {
  const words = createCallWords()
  const isTaken = () => props.window.taken !== null
  const isOut = () => props.window.direction === 'out'
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.stopPropagation()
    props.taking.putAside(props.window)
  }
  return (
    <article
      class="call"
      classList={{ 'is-new': !isTaken() && !isOut() }}
      aria-label={words.title(props.window)}
      onKeyDown={leave}
    >
      <Head {...props} />
      <For each={props.window.callers}>
        {(caller) => <CallerFacts {...props} caller={caller} isOneOf={props.window.callers.length > 1} />}
      </For>
      <Show when={isTaken() && props.window.callers.length === 0}>
        <WhoCalled call={props.window} deeds={props.taking.deeds} />
      </Show>
      <Show when={isTaken() && props.window.callers[0]}>
        {(caller) => <CallOrder window={props.window} caller={caller()} />}
      </Show>
      <CallNote window={props.window} />
      <WindowActs {...props} />
    </article>
  )
}

function Head(props: CallWindowProps) {
  const { t } = useWords()
  const words = createCallWords()
  const isOut = () => props.window.direction === 'out'
  return (
    <header class="call-head">
      <Show when={isOut()} fallback={<PhoneIncoming class="icon" aria-hidden="true" />}>
        <PhoneOutgoing class="icon" aria-hidden="true" />
      </Show>
      <div class="call-who">
        <p class="call-name">{words.who(props.window)}</p>
        <p class="dim">
          {words.number(props.window)}
          <Show when={props.window.extension}>{(inner) => <>, {inner()}</>}</Show>
          <Show when={props.window.phone?.name}>{(phone) => <> {t('calling.by', { phone: phone() })}</>}</Show>
        </p>
        <p class="call-state">
          {words.state(props.window)} <Clock window={props.window} />
        </p>
      </div>
      <Show when={!isOut() && props.window.number}>
        {(number) => <CallMenu number={number()} deeds={props.taking.deeds} />}
      </Show>
    </header>
  )
}

const RUNS: readonly CallWindow['state'][] = ['asked', 'given', 'ringing', 'talking']

/** How long it rings or is talked through; of what is over, how long it was. No screen reader says each second. */
function Clock(props: { readonly window: CallWindow }) {
  const now = createSeconds()
  const time = () => (RUNS.includes(props.window.state) ? now() - props.window.since : props.window.talked)
  return (
    <Show when={time() !== null}>
      <span class="n" role="timer" aria-live="off" data-momentary>
        {clockText(time() ?? 0)}
      </span>
    </Show>
  )
}
