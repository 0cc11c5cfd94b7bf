import { Show } from 'solid-js'
import { SITE } from '../../../../shared/site/collections.ts'
import { useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { smaller } from '../../../records/pictures/smaller.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { logoOf } from '../logo.ts'
import { SiteFields } from './site-fields.tsx'
import type { StepProps } from './step-props.ts'

/** What the shop is called, how it is reached, and who sells. */
export function NameStep(props: StepProps) {
  const { t } = useWords()
  return (
    <>
      <p class="dim">{t('siteSetup.name.text')}</p>
      <SiteFields {...props} fields={['name', 'slogan', 'phone', 'email', 'address']} />
      <Logo {...props} />
      <p class="dim">{t('siteSetup.name.seller')}</p>
      <SiteFields {...props} fields={['organisation']} />
    </>
  )
}

function Logo(props: StepProps) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  let input: HTMLInputElement | undefined
  const keep = async (logo: string | null, text: string) => {
    const { act } = await data.run('setRecord', { collection: 'sites', id: SITE, values: { logo } })
    acts.said(text, act)
  }
  const put = (file: File | undefined) =>
    file && acts.attempt(async () => keep(await smaller(file, 'image/png'), t('siteSetup.name.put')))
  return (
    <div class="site-logo">
      <span>{t('siteSetup.name.logo')}</span>
      <Show when={logoOf(props.site)} fallback={<span class="dim">{t('siteSetup.name.logoText')}</span>}>
        {(logo) => <img src={logo()} alt={t('siteSetup.name.logo')} />}
      </Show>
      <Show when={!props.readOnly}>
        <span class="site-logo-acts">
          <input
            ref={input}
            type="file"
            hidden
            accept="image/png,image/jpeg"
            aria-label={t('siteSetup.name.logo')}
            onChange={({ currentTarget }) => {
              void put(currentTarget.files?.[0])
              currentTarget.value = ''
            }}
          />
          <Button size="small" onClick={() => input?.click()}>
            {t('siteSetup.name.choose')}
          </Button>
          <Show when={logoOf(props.site)}>
            <Button
              size="small"
              look="ghost"
              onClick={() => void acts.attempt(() => keep(null, t('siteSetup.name.taken')))}
            >
              {t('siteSetup.name.take')}
            </Button>
          </Show>
        </span>
      </Show>
    </div>
  )
}
