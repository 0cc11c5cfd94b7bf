import { Show } from 'solid-js'
import type { MailThreadRow } from '../../../data/queries/mail/query.ts'
import { ThreadRow } from '../../../records/letters/thread-row.tsx'
import { EmptyState } from '../../../ui/signs/empty-state.tsx'
import { Skeleton } from '../../../ui/signs/waiting.tsx'
import { Table } from '../../../ui/table/table.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { LetterDeeds } from '../deeds.ts'
import { ChosenThreads } from './chosen.tsx'
import type { Threads, ThreadsAsked } from './live-threads.ts'

interface ThreadListProps {
  readonly threads: Threads
  readonly asked: ThreadsAsked
  readonly deeds: LetterDeeds
  readonly label: string
  /** Under this name its place is kept. */
  readonly keptAs: string
  /** The thread that is open. */
  readonly selected: string | null
  readonly onOpen: (id: string) => void
  readonly onClose: () => void
}

/** The threads of a place, the newest first. */
export function ThreadList(props: ThreadListProps) {
  const { t } = useWords()
  return (
    <div class="list-place mail-threads">
      <Table<MailThreadRow>
        label={props.label}
        keptAs={props.keptAs}
        count={props.threads.length()}
        rowAt={props.threads.rowAt}
        onRange={props.threads.onRange}
        rowId={(row) => row.id}
        columns={[
          {
            id: 'subject',
            title: t('mail.threads.title'),
            width: 320,
            cell: (row) => <span class="cut">{row.subject}</span>,
          },
        ]}
        selected={props.selected ?? undefined}
        onOpen={props.onOpen}
        onClose={props.onClose}
        selection={props.threads.selection}
        compact={(row) => <ThreadRow row={row} />}
        empty={<Nothing threads={props.threads} asked={props.asked} />}
      />
      <Show when={props.threads.selection.count > 0}>
        <ChosenThreads threads={props.threads} deeds={props.deeds} />
      </Show>
    </div>
  )
}

function Nothing(props: Pick<ThreadListProps, 'threads' | 'asked'>) {
  const { t } = useWords()
  const isOver = () => !props.threads.isLoading() && props.threads.isWhole()
  const isSought = () => props.asked.search !== ''
  return (
    <Show when={isOver()} fallback={<Skeleton lines={5} />}>
      <Show
        when={isSought()}
        fallback={
          <EmptyState
            title={t(props.asked.onlyUnread ? 'mail.threads.allRead' : 'mail.threads.empty')}
            text={t('mail.threads.emptyText')}
          />
        }
      >
        <EmptyState title={t('mail.threads.notFound')} text={t('mail.threads.notFoundText')} />
      </Show>
    </Show>
  )
}
