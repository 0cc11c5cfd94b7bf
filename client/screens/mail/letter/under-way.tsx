import { Show } from 'solid-js'
import { readBody } from '../../../../shared/messages/body/read-body.ts'
import type { Message } from '../../../../shared/messages/collections.ts'
import { useData } from '../../../data/page/solid.tsx'
import { BodyView } from '../../../records/messages/body-view.tsx'
import { Acts } from '../../../records/messages/standing/acts.tsx'
import { Standing } from '../../../records/messages/standing/standing.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** An answer that is no letter of the thread yet: how it stands, what it says, and what can be done with it. */
export function UnderWay(props: { readonly message: Message }) {
  const { t } = useWords()
  const { person } = useData().account
  const readers = () => [props.message.to, ...props.message.cc].filter(Boolean).join(', ')
  return (
    <article class="letter open letter-under-way" aria-label={t('mail.directions.out')}>
      <Standing message={props.message} />
      <p class="dim">{t('mail.threads.to', { name: readers() })}</p>
      <BodyView body={readBody(props.message.body)} />
      <Show when={props.message.quote}>
        {(quote) => (
          <details>
            <summary class="dim">{t('mail.letter.quote')}</summary>
            <blockquote class="message-quote">{quote()}</blockquote>
          </details>
        )}
      </Show>
      <div>
        <Acts message={props.message} recalls={props.message.author === person} />
      </div>
    </article>
  )
}
