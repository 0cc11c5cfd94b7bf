import { Show } from 'solid-js'
import { type Mailing, mailingRecipients } from '../../../../shared/mailings/collections.ts'
import { readerId } from '../../../../shared/mailings/reader-id.ts'
import { createRecord, useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { readersOf } from '../readers-of.ts'

/** Readers of whom nobody knows whether they were told: a person decides. */
export function Doubtful(props: { readonly mailing: Mailing }) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  // Its document is open as long as somebody looks at a record of it.
  createRecord(mailingRecipients, () => readerId(props.mailing.id, ''))
  const settle = (as: 'again' | 'sent') =>
    acts.attempt(async () => {
      const ids = await readersOf(data, props.mailing.id, [{ field: 'state', is: 'in', values: ['doubtful'] }])
      await data.run('settleReaders', { id: props.mailing.id, readers: ids, as })
    })
  return (
    <Show when={(props.mailing.doubtful ?? 0) > 0}>
      <Banner look="warn">
        <p>{t('mailings.doubtful.text', { n: props.mailing.doubtful ?? 0 })}</p>
        <p class="mailing-acts">
          <Button size="small" onClick={() => void settle('again')}>
            {t('mailings.doubtful.again')}
          </Button>
          <Button size="small" onClick={() => void settle('sent')}>
            {t('mailings.doubtful.sent')}
          </Button>
        </p>
      </Banner>
    </Show>
  )
}
