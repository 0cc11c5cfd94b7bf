import { type JSX, Show } from 'solid-js'
import type { Movements } from '../../../../../shared/movements/types.ts'
import type { Order } from '../../../../../shared/orders/collections.ts'
import { Section } from '../../../../ui/layout/section.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import { FactList } from './fact-list.tsx'
import { Standing } from './standing.tsx'
import { ToShip } from './to-ship.tsx'
import './facts.css'

/** What the tab «Отгрузки и оплаты» is given. */
export interface FactsProps {
  readonly order: Order
  readonly movements: Movements
  /** ISO 4217. */
  readonly currency: string
  readonly readOnly: boolean
  /** The buttons of what can be entered. */
  readonly acts: () => JSX.Element
}

/** What is still to ship and owed, and all that was shipped and paid. */
export function Facts(props: FactsProps) {
  const { t } = useWords()
  return (
    <div class="order-facts">
      <Show when={props.order.posted} fallback={<p class="dim">{t('trade.notPosted')}</p>}>
        <Section title={t('trade.standing.title')}>
          <Standing {...props} />
          {props.acts()}
        </Section>
        <Section title={t('trade.toShip.title')}>
          <ToShip {...props} />
        </Section>
      </Show>
      <Section title={t('trade.facts.title')}>
        <FactList {...props} />
      </Section>
    </div>
  )
}
