import { createSignal, For, Show } from 'solid-js'
import { createQuery } from '../../data/page/solid.tsx'
import type { MailWhere } from '../../data/queries/mail/query.ts'
import { Button } from '../../ui/actions/button.tsx'
import { EmptyState } from '../../ui/signs/empty-state.tsx'
import { Skeleton } from '../../ui/signs/waiting.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { ThreadRow } from './thread-row.tsx'
import './letters-of.css'

/** So many threads are shown, and so many more each time. */
const STEP = 30

/** «Письма» of a card: the threads with a customer, or of an order, the newest first. */
export function LettersOf(props: { readonly where: MailWhere }) {
  const { t } = useWords()
  const [to, setTo] = createSignal(STEP)
  const answer = createQuery(
    () => ({ what: 'mailThreads', where: props.where, onlyUnread: false, search: '', from: 0, to: to() }) as const,
  )
  const rows = () => answer()?.rows ?? []
  return (
    <Show
      when={rows().length > 0}
      fallback={
        <Show when={answer()?.isWhole} fallback={<Skeleton lines={5} />}>
          <EmptyState title={t('mail.of.empty')} text={t('mail.of.emptyText')} />
        </Show>
      }
    >
      <ul class="letters-of" aria-label={t('mail.of.tab')}>
        <For each={rows()}>
          {(row) => (
            <li>
              <a class="letters-of-thread" href={`/mail/all/${row.letters[0] ?? row.id}`}>
                <ThreadRow row={row} />
              </a>
            </li>
          )}
        </For>
      </ul>
      <Show when={(answer()?.length ?? 0) > to()}>
        <Button onClick={() => setTo((before) => before + STEP)}>{t('mail.of.more')}</Button>
      </Show>
    </Show>
  )
}

/** How many threads there are; undefined until that is known. */
export function createLetterCount(where: () => MailWhere): () => number | undefined {
  const answer = createQuery(
    () => ({ what: 'mailThreads', where: where(), onlyUnread: false, search: '', from: 0, to: 0 }) as const,
  )
  return () => answer()?.length
}
