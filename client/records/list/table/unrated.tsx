import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { LACKING } from '../../../data/queries/query.ts'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { Listing } from '../listing.ts'

/** Over a list of documents: how many of them no sum counts, since their currency has no rate on their date. */
export function Unrated<R extends { readonly id: string }>(props: { readonly listing: Listing<R> }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const count = () => props.listing.rows.totals()[`total${LACKING}`] ?? 0
  return (
    <Show when={count() > 0}>
      <Banner look="warn" action={{ label: t('settings.rates.title'), run: () => navigate('/settings/currencies') }}>
        {t('lists.unrated', { n: count() })}
      </Banner>
    </Show>
  )
}
