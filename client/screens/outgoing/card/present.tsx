import { For, Show } from 'solid-js'
import type { Message } from '../../../../shared/messages/collections.ts'
import type { MessageItem } from '../../../../shared/messages/message-item.ts'
import { PAPER_KINDS } from '../../../../shared/print/trade/kinds.ts'
import { FilledView } from '../../../records/messages/filled-view.tsx'
import { Acts } from '../../../records/messages/standing/acts.tsx'
import { Standing } from '../../../records/messages/standing/standing.tsx'
import { Watchers } from '../../../records/presence/watchers.tsx'
import { choiceLabel, fieldLabel } from '../../../records/words/labels.ts'
import { SideCard } from '../../../ui/layout/side-card.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { About } from './about.tsx'
import { Enclosed } from './enclosed.tsx'
import './card.css'

export interface PresentProps {
  readonly message: Message
  readonly item: MessageItem
  readonly onClose: () => void
}

/** A message that is here: how it stands, what it is about, what it says, and what can be done with it. */
export function Present(props: PresentProps) {
  const { t } = useWords()
  const way = () => props.message.way ?? 'letter'
  return (
    <SideCard
      over={t(choiceLabel('messages', 'way', way()))}
      title={props.item.subject ?? <span class="dim">{t('messages.noSubject')}</span>}
      onClose={props.onClose}
      footer={<Acts message={props.message} />}
      actions={<Watchers collection="messages" id={props.message.id} />}
    >
      <div class="message-card">
        <Standing message={props.message} />
        <About message={props.message} item={props.item} />
        <FilledView way={way()} subject={props.message.subject} body={props.message.body} />
        <Show when={props.message.quote}>{(quote) => <blockquote class="message-quote">{quote()}</blockquote>}</Show>
        <Papers papers={props.message.papers ?? []} />
        <Enclosed files={props.message.files} />
      </div>
    </SideCard>
  )
}

/** The papers that go with it. */
function Papers(props: { readonly papers: readonly string[] }) {
  const { t } = useWords()
  /** One that this program does not know is called as it is written. */
  const called = (name: string) => {
    const kind = PAPER_KINDS.find((one) => one === name)
    return kind ? t(`papers.kinds.${kind}`) : name
  }
  return (
    <Show when={props.papers.length > 0}>
      <div>
        <p class="dim">{t(fieldLabel('messages', 'papers'))}</p>
        <ul>
          <For each={props.papers}>{(name) => <li>{called(name)}</li>}</For>
        </ul>
      </div>
    </Show>
  )
}
