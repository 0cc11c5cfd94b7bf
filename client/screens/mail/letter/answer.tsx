import Forward from 'lucide-solid/icons/forward'
import ReplyIcon from 'lucide-solid/icons/reply'
import ReplyAll from 'lucide-solid/icons/reply-all'
import { createResource, createSignal, For, onCleanup, onMount, Show } from 'solid-js'
import { ANSWERING, type Answering } from '../../../../shared/letters/answering/answering.ts'
import { letterCollection } from '../../../../shared/letters/whose.ts'
import type { ShownLetter } from '../../../data/queries/mail/query.ts'
import { useLetterWords } from '../../../records/letters/body/words.ts'
import { Reply } from '../../../records/messages/writing/reply.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { createOffers } from '../../../ui/keys/offers.ts'
import { Skeleton } from '../../../ui/signs/waiting.tsx'
import { useWords } from '../../../ui/words/words.tsx'

const ICONS = { reply: ReplyIcon, replyAll: ReplyAll, forward: Forward } as const
const KEYS = { reply: 'r', replyAll: 'a', forward: 'f' } as const

/** A letter that is being answered, or passed on. */
interface Answered {
  readonly shown: ShownLetter
  readonly mode: Answering
}

/** Under a thread: its last letter is answered, or passed on. */
export function Answer(props: { readonly last: ShownLetter }) {
  const { t } = useWords()
  const [answered, setAnswered] = createSignal<Answered | null>(null)
  const begin = (mode: Answering) => setAnswered({ shown: props.last, mode })
  createOffers(() => ({
    heading: t('mail.title'),
    rows: ANSWERING.map((mode) => ({
      id: `mail.${mode}`,
      label: t(`messages.write.answering.${mode}`),
      icon: ICONS[mode],
      keys: KEYS[mode],
      run: () => begin(mode),
    })),
  }))
  return (
    <Show
      when={answered()}
      keyed
      fallback={
        <div class="thread-answers">
          <For each={ANSWERING}>
            {(mode) => (
              <Button icon={ICONS[mode]} aria-keyshortcuts={KEYS[mode]} onClick={() => begin(mode)}>
                {t(`messages.write.answering.${mode}`)}
              </Button>
            )}
          </For>
        </div>
      }
    >
      {(one) => <Writing {...one} onClose={() => setAnswered(null)} />}
    </Show>
  )
}

/** The words are read before: they stand quoted below. Without them, what is known of them does. */
function Writing(props: Answered & { readonly onClose: () => void }) {
  const read = useLetterWords()
  let place: HTMLDivElement | undefined
  const [words] = createResource(async () => {
    const { id, letter } = props.shown
    if (typeof letter.body !== 'string') return letter.snippet ?? ''
    // Without a network the quote is what this device has.
    return await read(id, letter.body).then(
      ({ text }) => text,
      () => letter.snippet ?? '',
    )
  })
  onMount(() => place && keepInView(place))
  return (
    <div ref={place} class="thread-reply">
      <Show when={words() !== undefined} fallback={<Skeleton lines={4} />}>
        <Reply
          answered={{
            collection: letterCollection(props.shown.id),
            letter: props.shown.letter,
            words: words() ?? '',
          }}
          mode={props.mode}
          onClose={props.onClose}
        />
      </Show>
    </div>
  )
}

/** By which somebody goes on himself. */
const DEEDS = ['keydown', 'pointerdown', 'wheel'] as const

/** All of it is in view once it stands, as long as nobody does anything. */
function keepInView(place: HTMLElement): void {
  const observer = new ResizeObserver(() => place.scrollIntoView({ block: 'nearest' }))
  const end = () => observer.disconnect()
  observer.observe(place)
  const once = { once: true, capture: true }
  for (const deed of DEEDS) document.addEventListener(deed, end, once)
  onCleanup(() => {
    end()
    for (const deed of DEEDS) document.removeEventListener(deed, end, once)
  })
}
