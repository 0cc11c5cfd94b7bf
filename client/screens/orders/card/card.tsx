import { createMemo, Match, Show, Switch } from 'solid-js'
import { type Order, orders } from '../../../../shared/orders/collections.ts'
import type { OrderItem } from '../../../../shared/orders/order-item.ts'
import { createRecord, useData } from '../../../data/page/solid.tsx'
import { createCurrency } from '../../../records/company.ts'
import { RecordHistory } from '../../../records/history/record-history.tsx'
import { createLook } from '../../../records/presence/presence.tsx'
import { Watchers } from '../../../records/presence/watchers.tsx'
import { useMayWrite } from '../../../records/rights.ts'
import { useActs } from '../../../records/use-acts.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { EmptyState } from '../../../ui/layout/empty-state.tsx'
import { SideCard } from '../../../ui/layout/side-card.tsx'
import { Tabs } from '../../../ui/layout/tabs.tsx'
import { Skeleton } from '../../../ui/layout/waiting.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { recordedEditor } from '../editor/recorded.ts'
import { Main } from './main.tsx'
import { Marks } from './marks.tsx'
import { Moves } from './moves.tsx'
import { StateField } from './state-field.tsx'

/** The card of a recorded order. */
export function OrderCard(props: { readonly id: string; readonly onClose: () => void }) {
  const { t, format } = useWords()
  const data = useData()
  const acts = useActs()
  const currency = createCurrency()
  const mayWrite = useMayWrite('orders')
  const record = createRecord(orders, () => props.id)
  const row = (): Order | null | undefined => record()?.row
  const item = () => (record()?.item ?? null) as unknown as OrderItem | null
  const editor = recordedEditor(data, props.id, row)
  const isLocked = createMemo(
    () => !mayWrite || item()?.completed === true || row()?.newer === true || row()?.gone === true,
  )
  createLook('orders', () => props.id)
  const number = () => row()?.number ?? row()?.draft ?? ''
  const post = () => acts.run('postOrder', { id: props.id, posted: row()?.posted !== true }, t('orders.acts.postOrder'))
  const remove = async () => {
    const args = { collection: 'orders', id: props.id } as const
    if (await acts.run('removeRecord', args, t('orders.removed'))) props.onClose()
  }
  const over = (order: Order) =>
    t(`orders.numbered.${order.sort ?? 'customer'}`, { number: number(), date: format.day(order.date ?? order.madeAt) })
  return (
    <Switch
      fallback={
        <SideCard title="" onClose={props.onClose}>
          {<Skeleton lines={8} />}
        </SideCard>
      }
    >
      <Match when={record() && row() === null}>
        <SideCard title="" onClose={props.onClose}>
          <EmptyState title={t('errors.record-missing')} />
        </SideCard>
      </Match>
      <Match when={row()}>
        {(order) => (
          <SideCard
            over={over(order())}
            title={item()?.customerName ?? number()}
            onClose={props.onClose}
            footer={
              <Show when={mayWrite && !order().newer && !order().gone}>
                <Button look="ghost" onClick={() => void remove()}>
                  {t('common.remove')}
                </Button>
              </Show>
            }
            actions={
              <>
                <Watchers collection="orders" id={props.id} />
                <Show when={!isLocked() && !order().posted}>
                  <Button size="small" onClick={() => void post()}>
                    {t('orders.post')}
                  </Button>
                </Show>
              </>
            }
          >
            <StateField editor={editor} item={item()} readOnly={!mayWrite || order().newer} />
            <Marks order={order()} item={item()} readOnly={!mayWrite || order().newer} />
            <Tabs
              label={over(order())}
              tabs={[
                {
                  id: 'main',
                  label: t('orders.tabs.main'),
                  content: () => <Main editor={editor} readOnly={isLocked()} apart={record()?.apart ?? []} />,
                },
                {
                  id: 'moves',
                  label: t('orders.tabs.moves'),
                  count: order().moves.length,
                  content: () => <Moves order={order()} readOnly={!mayWrite} />,
                },
                {
                  id: 'history',
                  label: t('orders.tabs.history'),
                  content: () => (
                    <RecordHistory
                      collection="orders"
                      id={props.id}
                      currency={order().currency ?? currency()}
                      readOnly={isLocked()}
                    />
                  ),
                },
              ]}
            />
          </SideCard>
        )}
      </Match>
    </Switch>
  )
}
