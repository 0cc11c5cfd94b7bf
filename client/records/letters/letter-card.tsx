import Lock from 'lucide-solid/icons/lock'
import Star from 'lucide-solid/icons/star'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { letterCollection } from '../../../shared/letters/whose.ts'
import type { ShownLetter } from '../../data/queries/mail/query.ts'
import { IconButton, IconOf } from '../../ui/actions/button.tsx'
import { Avatar } from '../../ui/signs/avatar.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useNow } from '../now.tsx'
import { LetterText } from './body/body.tsx'
import { Enclosures } from './enclosures/enclosures.tsx'
import { Undelivered } from './undelivered.tsx'
import './letter.css'

interface LetterCardProps {
  readonly shown: ShownLetter
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly onStar: (isStarred: boolean) => void
  /** What can be done with it. */
  readonly actions: JSX.Element
  /** What stands under its head: whom it is about. */
  readonly beside?: JSX.Element
}

/** A letter of a thread: its head alone, or all of it. */
export function LetterCard(props: LetterCardProps) {
  const { t, format } = useWords()
  const now = useNow()
  const letter = () => props.shown.letter
  const from = () => letter().fromName ?? letter().fromAddress ?? ''
  const isOwn = () => letterCollection(props.shown.id) === 'ownLetters'
  return (
    <article class="letter" classList={{ open: props.isOpen, unread: props.shown.isUnread }} aria-label={from()}>
      <header class="letter-head">
        <Avatar name={from()} />
        <button type="button" class="letter-who" aria-expanded={props.isOpen} onClick={() => props.onToggle()}>
          <span class="letter-from cut">{from()}</span>
          <span class="dim cut">{props.isOpen ? letter().fromAddress : letter().snippet}</span>
        </button>
        <Show when={isOwn()}>
          <span class="thread-sign" role="img" aria-label={t('mail.letter.onlyMine')} title={t('mail.letter.onlyMine')}>
            <IconOf icon={Lock} />
          </span>
        </Show>
        <time class="n dim">{format.when(props.shown.at, now())}</time>
        <IconButton
          icon={Star}
          on={props.shown.isStarred}
          label={t(props.shown.isStarred ? 'mail.acts.unstar' : 'mail.acts.star')}
          onClick={() => props.onStar(!props.shown.isStarred)}
        />
        <Show when={props.isOpen}>{props.actions}</Show>
      </header>
      <Show when={props.isOpen}>
        <Readers shown={props.shown} />
        <Show when={letter().automatic}>
          {(what) => <p class="letter-note dim">{t(`mail.letter.automatic.${what()}`)}</p>}
        </Show>
        <Show when={letter().unparsed}>
          {(why) => <p class="letter-note">{t('mail.letter.unparsed', { why: why() })}</p>}
        </Show>
        <Show when={letter().undelivered}>
          {(kept) => (
            <div class="letter-note">
              <Undelivered kept={kept()} />
            </div>
          )}
        </Show>
        {props.beside}
        <div class="letter-body">
          <LetterText letter={letter()} />
        </div>
        <Enclosures letter={letter()} />
      </Show>
    </article>
  )
}

/** To whom it went, in a line; all of it where that is asked for. */
function Readers(props: { readonly shown: ShownLetter }) {
  const { t, format } = useWords()
  const [isWhole, setWhole] = createSignal(false)
  const letter = () => props.shown.letter
  const all = () =>
    (
      [
        ['from', [[letter().fromName, letter().fromAddress && `<${letter().fromAddress}>`].filter(Boolean).join(' ')]],
        ['to', letter().to],
        ['cc', letter().cc],
        ['bcc', letter().bcc],
        ['replyTo', letter().replyTo],
        ['date', [format.dateTime(letter().sent ?? props.shown.at)]],
      ] as const
    ).filter(([, of]) => of.length > 0)
  return (
    <div class="letter-readers">
      <Show
        when={isWhole()}
        fallback={
          <button type="button" class="letter-to cut dim" aria-expanded="false" onClick={() => setWhole(true)}>
            {t('mail.threads.to', { name: [...letter().to, ...letter().cc].map(nameIn).join(', ') })}
          </button>
        }
      >
        <button
          type="button"
          class="letter-to dim"
          aria-expanded="true"
          aria-label={t('mail.letter.details')}
          onClick={() => setWhole(false)}
        >
          <For each={all()}>
            {([what, of]) => (
              <span class="letter-line">
                <span class="letter-what">{t(`mail.letter.${what}`)}</span>
                <span class="letter-said">{of.join(', ')}</span>
              </span>
            )}
          </For>
        </button>
      </Show>
    </div>
  )
}

function nameIn(reader: string): string {
  return reader.replace(/\s*<[^>]*>$/, '').replace(/^"(.*)"$/, '$1') || reader
}
