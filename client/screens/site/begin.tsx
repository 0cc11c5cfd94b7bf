import { useNavigate } from '@solidjs/router'
import { COMPANY, company, organisations, people } from '../../../shared/company/collections.ts'
import { priceTypes } from '../../../shared/goods/collections.ts'
import { kinds } from '../../../shared/orders/collections.ts'
import { byPlace } from '../../../shared/records/declarations/place.ts'
import { SITE } from '../../../shared/site/collections.ts'
import { firstSite } from '../../../shared/site/setup/first-site.ts'
import { createEvery, createRecord, useData } from '../../data/page/solid.tsx'
import { useActs } from '../../records/acts/use-acts.ts'
import { Button } from '../../ui/actions/button.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { createMadeWords } from './made-words.ts'
import { addressOfStep } from './steps/table.ts'

/** Says what a site is, and makes one with all filled in that is known. */
export function Begin() {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const go = useNavigate()
  const words = createMadeWords()
  const own = createRecord(company, () => COMPANY)
  const [allOrganisations, allTypes, allKinds, allPeople] = [
    createEvery(organisations),
    createEvery(priceTypes),
    createEvery(kinds),
    createEvery(people),
  ]
  const begin = async () => {
    const values = firstSite({
      company: own()?.row?.name ?? '',
      organisation: allOrganisations().find(({ gone }) => !gone) ?? null,
      priceType:
        allTypes()
          .filter(({ gone }) => !gone)
          .toSorted(byPlace)[0]?.id ?? null,
      kinds: allKinds(),
      person: allPeople().find(({ user, gone }) => !gone && user === data.account.user)?.id ?? null,
      words: words(),
    })
    const made = async () => {
      await data.run('createRecord', { collection: 'sites', id: SITE, values: { ...values } })
      // One that was removed stands there again, as it was.
      await data.run('restoreRecord', { collection: 'sites', id: SITE })
    }
    if (await acts.attempt(made)) go(addressOfStep('name'))
  }
  return (
    <section class="site-begin">
      <h2>{t('siteSetup.lead')}</h2>
      <p class="dim">{t('siteSetup.what')}</p>
      <Button look="primary" onClick={() => void begin()}>
        {t('siteSetup.begin')}
      </Button>
    </section>
  )
}
