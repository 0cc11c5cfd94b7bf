import { For, Show } from 'solid-js'
import type { Sort } from '../../../../shared/orders/collections.ts'
import { readDraft } from '../../../../shared/orders/read-draft.ts'
import { orderTotal } from '../../../../shared/orders/totals.ts'
import { createQuery } from '../../../data/page/solid.tsx'
import { createCurrency } from '../../../records/company.ts'
import { Link } from '../../../ui/actions/link.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { asOrderDraft } from '../editor/draft.ts'
import { NoOrders } from './no-orders.tsx'

/** What the list of drafts is given. */
export interface DraftListProps {
  readonly sort: Sort
  readonly addressOf: (id: string) => string
  readonly onCreate: () => void
}

/** Orders of this device that are not recorded yet. */
export function DraftList(props: DraftListProps) {
  const { t, format } = useWords()
  const currency = createCurrency()
  const answer = createQuery(() => ({ what: 'drafts' }) as const)
  const drafts = () =>
    (answer()?.drafts ?? [])
      .map(({ id, draft }) => ({ id, draft: asOrderDraft(draft) }))
      .filter(({ draft }) => draft.sort === props.sort)
  return (
    <Show
      when={drafts().length > 0}
      fallback={
        <NoOrders title={t('orders.empty.drafts')} text={t('orders.empty.draftsText')} onCreate={props.onCreate} />
      }
    >
      <ul class="drafts">
        <For each={drafts()}>
          {({ id, draft }) => (
            <li>
              <Link href={props.addressOf(id)}>{t(`orders.fresh.${props.sort}`)}</Link>
              <span class="n">
                {format.money(orderTotal(readDraft(id, draft)), draft.fields.currency ?? currency())}
              </span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
