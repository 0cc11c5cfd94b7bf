import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { COMPANY, company } from '../../../../shared/company/collections.ts'
import { spacedNumber } from '../../../../shared/phones/phone.ts'
import { createRecord } from '../../../data/page/solid.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { sharedNumber } from './shared-number.ts'

/** What another program of the phone has handed over («Поделиться»): its number, and what may be done with it. */
export function SharedText(props: { readonly text: string }) {
  const { t } = useWords()
  const record = createRecord(company, () => COMPANY)
  const number = () => sharedNumber(props.text, record()?.row?.country ?? null)
  return (
    <Section title={t('myPhone.shared')}>
      <Show when={number()} fallback={<p class="dim">{t('myPhone.noNumber')}</p>}>
        {(found) => (
          <>
            <p class="phone-number">{spacedNumber(found())}</p>
            <div class="phone-request-acts">
              <a class="button primary" href={`tel:${found()}`}>
                {t('myPhone.dial')}
              </a>
              <A class="button plain" href={`/customers?search=${encodeURIComponent(found())}`}>
                {t('myPhone.find')}
              </A>
            </div>
          </>
        )}
      </Show>
    </Section>
  )
}
