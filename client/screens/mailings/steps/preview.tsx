import ChevronLeft from 'lucide-solid/icons/chevron-left'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { createSignal, Show } from 'solid-js'
import { createQuery } from '../../../data/page/solid.tsx'
import type { MailingAudienceAnswer } from '../../../data/queries/mailings/query.ts'
import { FilledView, Problems } from '../../../records/messages/filled-view.tsx'
import { createOffered } from '../../../records/messages/offered.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'

interface PreviewProps {
  readonly template: string
  readonly readers: MailingAudienceAnswer['readers']
}

/** What one reader after the other would read. */
export function Preview(props: PreviewProps) {
  const { t } = useWords()
  const [at, setAt] = createSignal(0)
  const offered = createOffered(() => 'mailing')
  const reader = () => props.readers[Math.min(at(), props.readers.length - 1)]
  const text = createQuery(() => {
    const one = reader()
    if (!one) return null
    return { what: 'mailingText', template: props.template, customer: one.customer, contact: one.contact } as const
  })
  const step = (by: number) => setAt((now) => (now + by + props.readers.length) % props.readers.length)
  return (
    <div class="mailing-preview">
      <div class="mailing-reader">
        <h4>{t('mailings.preview.title')}</h4>
        <span class="cut">
          {reader()?.name} <span class="dim">{reader()?.to}</span>
        </span>
        <span class="dim n">{t('mailings.preview.of', { at: at() + 1, all: props.readers.length })}</span>
        <Button
          size="small"
          look="ghost"
          icon={ChevronLeft}
          aria-label={t('mailings.preview.before')}
          onClick={() => step(-1)}
        />
        <Button
          size="small"
          look="ghost"
          icon={ChevronRight}
          aria-label={t('mailings.preview.next')}
          onClick={() => step(1)}
        />
      </div>
      <Show when={text()?.told}>
        {(told) => (
          <>
            <Problems problems={told().problems} offered={offered} />
            <FilledView way={told().way} subject={told().subject} body={told().body} />
            <Show when={told().way === 'letter' && !told().leadsOut}>
              <p class="dim">{t('mailings.template.noOut')}</p>
            </Show>
          </>
        )}
      </Show>
    </div>
  )
}
