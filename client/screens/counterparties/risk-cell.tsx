import { Show } from 'solid-js'
import type { Counterparty } from '../../../shared/counterparties/collections.ts'
import { riskOf } from '../../../shared/counterparties/risk.ts'
import type { Item } from '../../data/queries/query.ts'
import { RiskSign } from '../../records/counterparties/risk-sign.tsx'
import { useNow } from '../../records/now.tsx'
import { useWords } from '../../ui/words/words.tsx'

/** How a company of the list is weighed, and why: the gravest reason first. */
export function RiskCell(props: { readonly row: Item }) {
  const { t } = useWords()
  const now = useNow()
  // Items of counterparties have all fields of their records.
  const risk = () => riskOf(props.row as unknown as Counterparty, now())
  const why = () =>
    risk()
      .signs.map((sign) => t(`risks.signs.${sign}`))
      .join(', ')
  return (
    <span class="risk-cell">
      <RiskSign level={risk().level} />
      <Show when={why()}>
        {(said) => (
          <span class="dim cut" title={said()}>
            {said()}
          </span>
        )}
      </Show>
    </span>
  )
}
