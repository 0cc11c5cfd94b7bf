import { createSignal, Show } from 'solid-js'
import type { Answering } from '../../../../shared/letters/answering/answering.ts'
import type { MailAccount } from '../../../../shared/letters/collections.ts'
import { useData } from '../../../data/page/solid.tsx'
import { Skeleton } from '../../../ui/signs/waiting.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useActs } from '../../acts/use-acts.ts'
import { type AnsweredLetter, startOfAnswer } from './begun/answering.ts'
import { openMessage } from './begun/opening.ts'
import type { MessageStart } from './begun/start.ts'
import type { Opened } from './begun/typed.ts'
import { writtenBy } from './sender/chosen-account.ts'
import { WriteForm } from './write-form.tsx'

export interface ReplyProps {
  /** The letter of a thread that is answered or passed on, and how. */
  readonly answered: AnsweredLetter
  readonly mode: Answering
  /** It was sent, or put away: its draft stays. */
  readonly onClose: () => void
}

/** «Ответить», «Ответить всем», «Переслать», in the place where the letter is read. Another letter or mode is another `Reply`. */
export function Reply(props: ReplyProps) {
  const { t, format } = useWords()
  const data = useData()
  const acts = useActs()
  const [begun, setBegun] = createSignal<{ readonly start: MessageStart; readonly opened: Opened }>()
  void acts.attempt(async () => {
    const order = await orderOf(data, props.answered.letter.order)
    const all = await accountsOf(data)
    const ground = { words: { t, format }, all, own: writtenBy(all, data.account.user), order }
    const start = startOfAnswer(props.answered, props.mode, ground)
    setBegun({ start, opened: await openMessage(data, start) })
  })
  return (
    <section class="reply" aria-label={t(`messages.write.answering.${props.mode}`)}>
      <Show when={begun()} keyed fallback={<Skeleton lines={6} />}>
        {({ start, opened }) => <WriteForm start={start} opened={opened} onEnd={props.onClose} closes />}
      </Show>
    </section>
  )
}

async function accountsOf(data: ReturnType<typeof useData>): Promise<readonly MailAccount[]> {
  const { rows } = await data.once({ what: 'all', collection: 'mailAccounts' })
  // The worker reads rows by the same declaration.
  return rows as unknown as readonly MailAccount[]
}

/** The order of a letter, with its sort, which says what templates may name. */
async function orderOf(data: ReturnType<typeof useData>, id: string | null): Promise<MessageStart['order']> {
  if (id === null) return null
  const { item } = await data.once({ what: 'record', collection: 'orders', id })
  return item ? { id, sort: item.sort ?? 'customer' } : null
}
