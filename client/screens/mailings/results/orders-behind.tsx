import { createSignal, For, Show } from 'solid-js'
import { type Mailing, mailingRecipients } from '../../../../shared/mailings/collections.ts'
import { readerId } from '../../../../shared/mailings/reader-id.ts'
import { createQuery, createRecord } from '../../../data/page/solid.tsx'
import { createCurrency } from '../../../records/company.ts'
import { Link } from '../../../ui/actions/link.tsx'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { Skeleton } from '../../../ui/signs/waiting.tsx'
import { useWords } from '../../../ui/words/words.tsx'

const SPANS = ['7', '14', '30'] as const

/** Orders that readers made behind a mailing: how many, what they come to, and which. */
export function OrdersBehind(props: { readonly mailing: Mailing }) {
  const { t, format } = useWords()
  const currency = createCurrency()
  createRecord(mailingRecipients, () => readerId(props.mailing.id, ''))
  const [days, setDays] = createSignal<(typeof SPANS)[number]>('14')
  const answer = createQuery(
    () => ({ what: 'mailingOrders', mailing: props.mailing.id, days: Number(days()) }) as const,
  )
  return (
    <div class="mailing-orders">
      <Segmented
        label={t('mailings.orders.days')}
        value={days()}
        options={SPANS.map((value) => ({ value, label: value }))}
        onCommit={(value) => void setDays(value)}
      />
      <Show when={answer()} fallback={<Skeleton lines={2} />}>
        {(told) => (
          <Show when={told().count > 0} fallback={<p class="dim">{t('mailings.orders.none')}</p>}>
            <p>
              <strong>{t('mailings.orders.count', { n: told().count })}</strong>,{' '}
              <span class="n">{format.money(told().total, currency())}</span>
            </p>
            <ul class="mailing-order-list">
              <For each={told().newest}>
                {(order) => (
                  <li>
                    <Link href={`/orders/${order.sort}/${order.id}`}>{order.name}</Link>
                    <span class="cut">{order.customerName}</span>
                    <span class="dim">{format.day(order.date)}</span>
                    <span class="n">{order.total === null ? '' : format.money(order.total, currency())}</span>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        )}
      </Show>
      <p class="dim">{t('mailings.orders.hint')}</p>
    </div>
  )
}
