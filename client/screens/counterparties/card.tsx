import { For, Show } from 'solid-js'
import { counterparties } from '../../../shared/counterparties/collections.ts'
import { createQuery, createRecord } from '../../data/page/solid.tsx'
import { WholeRecord } from '../../records/card/whole-record.tsx'
import { CheckNow } from '../../records/counterparties/check-now.tsx'
import { CounterpartyFacts } from '../../records/counterparties/counterparty-facts.tsx'
import { createWeighed } from '../../records/counterparties/known.ts'
import { RecordHistory } from '../../records/history/record-history.tsx'
import { useMayWrite } from '../../records/rights.ts'
import { oneLabel } from '../../records/words/labels.ts'
import { Link } from '../../ui/actions/link.tsx'
import { Section } from '../../ui/layout/section.tsx'
import { SideCard } from '../../ui/layout/side-card.tsx'
import { useWords } from '../../ui/words/words.tsx'

/** The card of a company that was asked for: what is known, what has changed, whose it is. */
export function CounterpartyCard(props: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useWords()
  const mayWrite = useMayWrite('counterparties')
  const record = createRecord(counterparties, () => props.id)
  const known = createWeighed(() => record()?.row ?? null)
  return (
    <WholeRecord isMissing={record()?.row === null} here={record()?.row ?? undefined} onClose={props.onClose}>
      {(row) => (
        <SideCard over={t(oneLabel('counterparties'))} title={row().name ?? row().inn} onClose={props.onClose}>
          <CounterpartyFacts known={known} acts={mayWrite && row().inn && <CheckNow inn={row().inn ?? ''} />} />
          <Section title={t('risks.customers')}>
            <Customers inn={row().inn ?? ''} />
          </Section>
          <Section title={t('risks.history')}>
            <RecordHistory collection="counterparties" id={props.id} currency="RUB" readOnly />
          </Section>
        </SideCard>
      )}
    </WholeRecord>
  )
}

/** So many customers of one INN are shown. */
const MOST = 50

/** The customers that have the INN. */
function Customers(props: { readonly inn: string }) {
  const { t } = useWords()
  const answer = createQuery(
    () =>
      ({
        what: 'list',
        collection: 'customers',
        filter: [{ field: 'inn', is: 'equal', values: [props.inn] }],
        search: '',
        sort: [{ field: 'name', down: false }],
        group: [],
        from: 0,
        to: MOST,
      }) as const,
  )
  return (
    <Show when={(answer()?.rows.length ?? 0) > 0} fallback={<p class="dim">{t('risks.noCustomers')}</p>}>
      <ul class="plain">
        <For each={answer()?.rows ?? []}>
          {(row) => (
            <li>
              <Link href={`/customers/${row.id}`}>{String(row.name ?? t('common.nameless'))}</Link>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
