import Paperclip from 'lucide-solid/icons/paperclip'
import Reply from 'lucide-solid/icons/reply'
import Star from 'lucide-solid/icons/star'
import { Show } from 'solid-js'
import type { MailThreadRow } from '../../data/queries/mail/query.ts'
import { type Icon, IconOf } from '../../ui/actions/button.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useNow } from '../now.tsx'
import './thread-row.css'

/** A thread in two lines: who, about what and when; how it begins, and whose it is. */
export function ThreadRow(props: { readonly row: MailThreadRow }) {
  const { t, format } = useWords()
  const now = useNow()
  const people = () => props.row.people.map((name) => name ?? t('mail.threads.me'))
  const who = () => {
    const isOurs = props.row.people.every((name) => name === null)
    return isOurs && props.row.to ? t('mail.threads.to', { name: shortOf(props.row.to) }) : people().join(', ')
  }
  return (
    <>
      <p class="compact-line" classList={{ unread: props.row.unread > 0 }}>
        <span class="thread-who cut">
          <Show when={props.row.unread > 0}>
            <span class="thread-dot" role="img" aria-label={t('mail.threads.unread')} />
          </Show>
          {who()}
        </span>
        <Show when={props.row.count > 1}>
          <span class="thread-count n">{props.row.count}</span>
        </Show>
        <Signs row={props.row} />
        <time class="n dim">{format.when(props.row.at, now())}</time>
      </p>
      <p class="compact-line" classList={{ unread: props.row.unread > 0 }}>
        <span class="cut">
          <span class="thread-subject">{props.row.subject || t('mail.threads.noSubject')}</span>
          <span class="dim"> {props.row.snippet}</span>
        </span>
        <Show when={props.row.orderNumber ?? props.row.customerName}>
          {(name) => <span class="thread-of cut">{name()}</span>}
        </Show>
      </p>
    </>
  )
}

function Signs(props: { readonly row: MailThreadRow }) {
  const { t } = useWords()
  return (
    <>
      <Sign when={props.row.isAnswered} icon={Reply} label={t('mail.threads.answered')} />
      <Sign when={props.row.hasFiles} icon={Paperclip} label={t('mail.threads.attachments')} />
      <Sign when={props.row.isStarred} icon={Star} label={t('mail.threads.starred')} />
    </>
  )
}

function Sign(props: { readonly when: boolean; readonly icon: Icon; readonly label: string }) {
  return (
    <Show when={props.when}>
      <span class="thread-sign" role="img" aria-label={props.label} title={props.label}>
        <IconOf icon={props.icon} />
      </span>
    </Show>
  )
}

/** The name of a reader, or the address where there is none. */
function shortOf(reader: string): string {
  return reader.replace(/\s*<[^>]*>$/, '') || reader
}
