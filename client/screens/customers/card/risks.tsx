import { Show } from 'solid-js'
import { counterpartyId } from '../../../../shared/counterparties/counterparty-id.ts'
import { hasFeature } from '../../../../shared/features/known.ts'
import { doubtOfInn } from '../../../../shared/records/forms/inn.ts'
import { CheckNow } from '../../../records/counterparties/check-now.tsx'
import { CounterpartyFacts } from '../../../records/counterparties/counterparty-facts.tsx'
import { FillIn } from '../../../records/counterparties/fill-in.tsx'
import { createCounterparty } from '../../../records/counterparties/known.ts'
import { RiskBanner } from '../../../records/counterparties/risk-banner.tsx'
import { RecordHistory } from '../../../records/history/record-history.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useCard } from './context.tsx'

/** The INN of the customer on the card; null: it has none, or one that cannot be. */
function createInn() {
  const card = useCard()
  return () => {
    const inn = card.row()?.inn?.trim() ?? ''
    return inn !== '' && doubtOfInn(inn) === null ? inn : null
  }
}

/** «Заполнить по ИНН», at the end of that field. */
export function FillByInn() {
  const card = useCard()
  const inn = createInn()
  return (
    <Show when={hasFeature('counterparties') && !card.isFixed() && inn() !== null && card.row()}>
      {(row) => <FillIn customer={row()} />}
    </Show>
  )
}

/** That there is something to be heeded of the customer’s company. */
export function RiskMark() {
  const inn = createInn()
  return <Show when={hasFeature('counterparties')}>{<RiskBanner inn={inn()} />}</Show>
}

/** The tab «Риски». */
export function Risks() {
  const { t } = useWords()
  const card = useCard()
  const inn = createInn()
  const known = createCounterparty(inn)
  const why = () => t(card.row()?.inn ? 'risks.wrongInn' : 'risks.noInn')
  return (
    <Show when={inn()} fallback={<p class="dim">{why()}</p>}>
      {(at) => (
        <>
          <CounterpartyFacts isMarked known={known} acts={card.mayWrite && <CheckNow inn={at()} />} />
          <Show when={known.row()}>
            <Section title={t('risks.history')}>
              <RecordHistory collection="counterparties" id={counterpartyId(at())} currency="RUB" readOnly />
            </Section>
          </Show>
        </>
      )}
    </Show>
  )
}
