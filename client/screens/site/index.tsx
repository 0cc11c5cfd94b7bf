import { useSearchParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { SITE, sites } from '../../../shared/site/collections.ts'
import { createRecord } from '../../data/page/solid.tsx'
import { useMayWrite } from '../../records/rights.ts'
import { Page } from '../../ui/layout/page.tsx'
import { Banner } from '../../ui/signs/banner.tsx'
import { Skeleton } from '../../ui/signs/waiting.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { Begin } from './begin.tsx'
import { Standing } from './standing/standing.tsx'
import { Steps } from './steps/steps.tsx'
import { stepOf } from './steps/table.ts'
import './site.css'

/** «Создать сайт»: what it is, its steps, and how it stands. */
export default function SiteScreen() {
  const { t } = useWords()
  const [search] = useSearchParams<{ step?: string }>()
  const record = createRecord(sites, () => SITE)
  const mayWrite = useMayWrite('sites')
  const row = () => {
    const found = record()?.row
    return found && !found.gone ? found : null
  }
  return (
    <Page title={t('shell.items.site')}>
      <div class="page-column site">
        <Show when={!mayWrite}>
          <Banner>{t(row() ? 'siteSetup.readOnly' : 'siteSetup.none')}</Banner>
        </Show>
        <Show when={record()} fallback={<Skeleton lines={6} />}>
          <Switch fallback={<Show when={mayWrite}>{<Begin />}</Show>}>
            <Match when={row() && stepOf(search.step)}>
              {(step) => (
                <Show when={row()}>{(site) => <Steps site={site()} step={step()} readOnly={!mayWrite} />}</Show>
              )}
            </Match>
            <Match when={row()}>{(site) => <Standing site={site()} readOnly={!mayWrite} />}</Match>
          </Switch>
        </Show>
      </div>
    </Page>
  )
}
