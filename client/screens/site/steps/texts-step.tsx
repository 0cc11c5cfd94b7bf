import { Show } from 'solid-js'
import { COMPANY, company, organisations } from '../../../../shared/company/collections.ts'
import { SITE } from '../../../../shared/site/collections.ts'
import { siteTexts } from '../../../../shared/site/setup/first-site.ts'
import { createEvery, createRecord } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createMadeWords } from '../made-words.ts'
import { SiteFields } from './site-fields.tsx'
import type { StepProps } from './step-props.ts'

/** What the site says of the company, of delivery, and of personal data. */
export function TextsStep(props: StepProps) {
  const { t } = useWords()
  const acts = useActs()
  const words = createMadeWords()
  const own = createRecord(company, () => COMPANY)
  const all = createEvery(organisations)
  const fill = () => {
    const seller = all().find(({ id }) => id === props.site.organisation) ?? null
    const values = siteTexts(own()?.row?.name ?? props.site.name ?? '', seller, words())
    return acts.run('setRecord', { collection: 'sites', id: SITE, values }, t('siteSetup.texts.filled'))
  }
  return (
    <>
      <p class="dim">{t('siteSetup.texts.text')}</p>
      <SiteFields {...props} fields={['about', 'delivery']} />
      <Banner>{t('siteSetup.texts.lawyer')}</Banner>
      <SiteFields {...props} fields={['privacy']} />
      <Show when={!props.readOnly}>
        <div>
          <Button onClick={() => void fill()}>{t('siteSetup.texts.fill')}</Button>
        </div>
      </Show>
    </>
  )
}
