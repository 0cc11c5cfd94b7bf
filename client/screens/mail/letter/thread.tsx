import Archive from 'lucide-solid/icons/archive'
import ArrowLeft from 'lucide-solid/icons/arrow-left'
import MailOpen from 'lucide-solid/icons/mail-open'
import MailX from 'lucide-solid/icons/mail-x'
import Trash from 'lucide-solid/icons/trash'
import { createEffect, createMemo, createSignal, For, on, onCleanup, Show } from 'solid-js'
import type { MailThreadAnswer, ShownLetter } from '../../../data/queries/mail/query.ts'
import { useBinding } from '../../../records/letters/binding/use-binding.tsx'
import { LetterCard } from '../../../records/letters/letter-card.tsx'
import { IconButton } from '../../../ui/actions/button.tsx'
import { createMedia, NARROW } from '../../../ui/look/media.ts'
import { EmptyState } from '../../../ui/signs/empty-state.tsx'
import { Skeleton } from '../../../ui/signs/waiting.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { LetterDeeds } from '../deeds.ts'
import { About } from './about.tsx'
import { Answer } from './answer.tsx'
import { LetterMenu } from './letter-menu.tsx'
import { UnderWay } from './under-way.tsx'
import './thread.css'

/** A letter that is looked at so long (ms) was read. */
const READ_AFTER = 700

interface ThreadProps {
  readonly answer: MailThreadAnswer | undefined
  readonly deeds: LetterDeeds
  readonly mayWrite: boolean
  /** Its folders, to move it to. */
  readonly folders: readonly string[]
  /** What was done with it takes it away: the next one is read. */
  readonly onLeft: () => void
  readonly onClose: () => void
}

/** A thread, its letters in order: those that were read folded to their heads, the last one open. */
export function Thread(props: ThreadProps) {
  const { t } = useWords()
  const letters = () => props.answer?.letters ?? []
  return (
    <Show
      when={letters().length > 0}
      fallback={
        <Show when={props.answer?.isWhole} fallback={<Skeleton lines={8} />}>
          <EmptyState title={t('mail.letter.missing')} text={t('mail.letter.missingText')} icon={MailX} />
        </Show>
      }
    >
      <Head {...props} letters={letters()} />
      <div class="thread-letters">
        <Show when={props.answer?.thread} keyed>
          <Letters {...props} letters={letters()} />
          <For each={props.answer?.underWay}>{(message) => <UnderWay message={message} />}</For>
          <Show when={props.mayWrite && letters().at(-1)}>{(last) => <Answer last={last()} />}</Show>
        </Show>
      </div>
    </Show>
  )
}

interface WithLetters extends ThreadProps {
  readonly letters: readonly ShownLetter[]
}

function Head(props: WithLetters) {
  const { t } = useWords()
  const isNarrow = createMedia(NARROW)
  const subject = () => props.letters.at(-1)?.letter.subject || t('mail.threads.noSubject')
  const ids = () => props.letters.map(({ id }) => id)
  const leave = async (deed: (ids: readonly string[]) => Promise<boolean>) => {
    if (await deed(ids())) props.onLeft()
  }
  return (
    <header class="thread-head">
      <Show when={isNarrow()}>
        <IconButton icon={ArrowLeft} label={t('common.back')} onClick={() => props.onClose()} />
      </Show>
      <h2 class="thread-title" tabIndex={-1}>
        {subject()}
      </h2>
      <span class="dim n">{t('mail.letter.count', { n: props.letters.length })}</span>
      <Show when={props.mayWrite}>
        <IconButton icon={Archive} label={t('mail.acts.archive')} onClick={() => void leave(props.deeds.archive)} />
        <IconButton icon={Trash} label={t('mail.acts.remove')} onClick={() => void leave(props.deeds.remove)} />
        <IconButton
          icon={MailOpen}
          label={t('mail.acts.unread')}
          onClick={() => void props.deeds.mark(ids().slice(-1), false).then(() => props.onClose())}
        />
      </Show>
    </header>
  )
}

function Letters(props: WithLetters) {
  const [opened, setOpened] = createSignal<ReadonlyMap<string, boolean>>(new Map())
  /** Whatever was unread when the thread was opened stays open, though it is read by that. */
  const first = new Set(
    props.letters.filter((one, i, { length }) => one.isUnread || i === length - 1).map(({ id }) => id),
  )
  const isOpen = (id: string) => opened().get(id) ?? (first.has(id) || id === props.letters.at(-1)?.id)
  createReading(props, isOpen)
  return (
    <For each={props.letters}>
      {(one) => (
        <InThread
          {...props}
          shown={one}
          isOpen={isOpen(one.id)}
          onToggle={() => setOpened((before) => new Map(before).set(one.id, !isOpen(one.id)))}
        />
      )}
    </For>
  )
}

interface InThreadProps extends WithLetters {
  readonly shown: ShownLetter
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function InThread(props: InThreadProps) {
  const binding = useBinding(() => props.shown)
  return (
    <>
      <LetterCard
        shown={props.shown}
        isOpen={props.isOpen}
        onToggle={props.onToggle}
        onStar={(isStarred) => void props.deeds.star([props.shown.id], isStarred)}
        actions={<LetterMenu {...props} binding={binding} />}
        beside={<About shown={props.shown} mayWrite={props.mayWrite} binding={binding} />}
      />
      <binding.Dialogs />
    </>
  )
}

/** What is open and unread is marked as read after a moment, once: what somebody marks as unread then stays so. */
function createReading(props: WithLetters, isOpen: (id: string) => boolean) {
  const marked = new Set<string>()
  const unread = createMemo(() =>
    props.mayWrite ? props.letters.filter(({ id, isUnread }) => isUnread && isOpen(id)).map(({ id }) => id) : [],
  )
  createEffect(
    on(unread, (ids) => {
      const fresh = ids.filter((id) => !marked.has(id))
      if (fresh.length === 0) return
      const timer = setTimeout(() => {
        for (const id of fresh) marked.add(id)
        void props.deeds.read(fresh)
      }, READ_AFTER)
      onCleanup(() => clearTimeout(timer))
    }),
  )
}
