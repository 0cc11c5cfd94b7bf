import { For, Show } from 'solid-js'
import { counterpartyId } from '../../../shared/counterparties/counterparty-id.ts'
import { customers } from '../../../shared/customers/collections.ts'
import { createRecord } from '../../data/page/solid.tsx'
import { Link } from '../../ui/actions/link.tsx'
import { Banner } from '../../ui/signs/banner.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { createCounterparty } from './known.ts'

/** What is to be heeded of a company, in a sentence each, with date and source; nothing where there is nothing. */
export function RiskBanner(props: { readonly inn: string | null }) {
  const { t, format } = useWords()
  const known = createCounterparty(() => props.inn)
  const asOf = () => {
    const { source, checked } = known.row() ?? {}
    return checked ? t('risks.asOf', { source: source ?? '', when: format.day(checked) }) : ''
  }
  return (
    <Show when={['danger', 'heed'].includes(known.risk().level) && props.inn}>
      {(inn) => (
        <Banner look={known.risk().level === 'danger' ? 'loss' : 'warn'}>
          <For each={known.risk().signs}>{(sign) => <span>{t(`risks.signs.${sign}`)}. </span>}</For>
          <Link href={`/counterparties/${counterpartyId(inn())}`}>{asOf()}</Link>
        </Banner>
      )}
    </Show>
  )
}

/** The same of the company that a customer says to be. */
export function CustomerRisk(props: { readonly customer: string }) {
  const record = createRecord(customers, () => props.customer)
  return <RiskBanner inn={record()?.row?.inn ?? null} />
}
