import ExternalLink from 'lucide-solid/icons/external-link'
import { Show } from 'solid-js'
import { hasFeature } from '../../../../shared/features/known.ts'
import { SITE, sites } from '../../../../shared/site/collections.ts'
import { createRecord } from '../../../data/page/solid.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** The way to the company’s site, where it has one that is open. */
export function SiteLink() {
  const { t } = useWords()
  const record = createRecord(sites, () => SITE)
  const shop = () => {
    const site = record()?.row
    return site && !site.gone && site.isOn && hasFeature('site') ? site.shop : null
  }
  return (
    <Show when={shop()}>
      {(address) => (
        <a class="link home-site" href={address()} target="_blank" rel="noopener noreferrer">
          {t('home.site')}
          <ExternalLink class="icon" aria-hidden="true" />
        </a>
      )}
    </Show>
  )
}
