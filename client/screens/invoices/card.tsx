import { Match, Show, Switch } from 'solid-js'
import type { Invoice } from '../../../shared/orders/invoices/collections.ts'
import { invoices } from '../../../shared/orders/invoices/collections.ts'
import type { InvoiceItem } from '../../../shared/orders/invoices/invoice-item.ts'
import { createRecord } from '../../data/page/solid.tsx'
import { useActs } from '../../records/acts/use-acts.ts'
import { RecordForm } from '../../records/card/record-form.tsx'
import { createWriting } from '../../records/card/writing.ts'
import { createCurrency } from '../../records/company.ts'
import { RecordHistory } from '../../records/history/record-history.tsx'
import { PapersButton } from '../../records/papers/papers-button.tsx'
import { createLook } from '../../records/presence/presence.tsx'
import { Watchers } from '../../records/presence/watchers.tsx'
import { createRelated } from '../../records/related/documents.ts'
import { Related } from '../../records/related/related.tsx'
import { useMayWrite } from '../../records/rights.ts'
import { Button } from '../../ui/actions/button.tsx'
import { SideCard } from '../../ui/layout/side-card.tsx'
import { Tabs } from '../../ui/layout/tabs.tsx'
import { Banner } from '../../ui/signs/banner.tsx'
import { EmptyState } from '../../ui/signs/empty-state.tsx'
import { Skeleton } from '../../ui/signs/waiting.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { AccountChoice } from './account-choice.tsx'
import { InvoiceLines } from './lines.tsx'
import { PaidOf } from './paid-of.tsx'

interface InvoiceCardProps {
  readonly id: string
  readonly onClose: () => void
}

/** The card of an invoice: what it asks for, how far it is paid, and its paper. */
export function InvoiceCard(props: InvoiceCardProps) {
  const { t } = useWords()
  const record = createRecord(invoices, () => props.id)
  createLook('invoices', () => props.id)
  const item = () => (record()?.item ?? null) as unknown as InvoiceItem | null
  const row = (): Invoice | null | undefined => record()?.row
  const here = () => {
    const [invoice, shown] = [row(), item()]
    return invoice && shown ? { invoice, shown } : undefined
  }
  return (
    <Switch
      fallback={
        <SideCard title="" onClose={props.onClose}>
          <Skeleton lines={6} />
        </SideCard>
      }
    >
      <Match when={record() !== undefined && row() === null}>
        <SideCard title="" onClose={props.onClose}>
          <EmptyState title={t('errors.record-missing')} />
        </SideCard>
      </Match>
      <Match when={here()}>
        {(found) => <Present {...props} invoice={found().invoice} item={found().shown} apart={record()?.apart ?? []} />}
      </Match>
    </Switch>
  )
}

interface PresentProps extends InvoiceCardProps {
  readonly invoice: Invoice
  readonly item: InvoiceItem
  readonly apart: Parameters<typeof RecordForm>[0]['apart']
}

function Present(props: PresentProps) {
  const { t, format } = useWords()
  const acts = useActs()
  const own = createCurrency()
  const mayWrite = useMayWrite('invoices')
  const at = () => ({ collection: 'invoices', id: props.id }) as const
  const readOnly = () => !mayWrite || props.invoice.gone || props.invoice.newer
  const currency = () => props.invoice.currency ?? own()
  const number = () => props.item.number ?? t('invoices.noNumber')
  const day = () => format.day(props.invoice.date ?? props.invoice.madeAt)
  const ground = () => (props.item.orderName === null ? null : t('papers.order', { number: props.item.orderName }))
  const printed = () => ({
    document: props.invoice,
    organisation: props.invoice.organisation,
    account: props.invoice.account,
    customer: props.item.customer,
    at: props.invoice.date ?? props.invoice.madeAt,
    ground: ground(),
  })
  const remove = async () => {
    if (await acts.run('removeRecord', at(), t('invoices.removed'))) props.onClose()
  }
  const related = createRelated(() => ({
    collection: 'invoices',
    id: props.id,
    basis: props.invoice.order === null ? null : { collection: 'orders', id: props.invoice.order },
  }))
  const main = () => (
    <>
      <PaidOf item={props.item} currency={currency()} />
      <RecordForm
        {...at()}
        fields={['due', 'organisation', 'responsible', 'note']}
        values={props.invoice}
        currency={currency()}
        readOnly={readOnly()}
        apart={props.apart}
        onCommit={createWriting({ ...at(), begins: undefined })}
      />
      <AccountChoice invoice={props.invoice} readOnly={readOnly()} />
      <InvoiceLines invoice={props.invoice} currency={currency()} />
      <Related documents={related} />
    </>
  )
  return (
    <SideCard
      over={t('invoices.numbered', { number: number(), date: day() })}
      title={props.item.customerName ?? number()}
      onClose={props.onClose}
      actions={
        <>
          <Watchers {...at()} />
          <PapersButton kinds={['invoice']} printed={printed()} />
        </>
      }
      footer={
        <Show when={!readOnly()}>
          <Button look="ghost" onClick={() => void remove()}>
            {t('common.remove')}
          </Button>
        </Show>
      }
    >
      <Show when={props.invoice.gone}>
        <Banner look="warn" action={{ label: t('common.restore'), run: () => void acts.run('restoreRecord', at()) }}>
          {t('invoices.removed')}
        </Banner>
      </Show>
      <Tabs
        label={number()}
        tabs={[
          { id: 'main', label: t('orders.tabs.main'), content: main },
          {
            id: 'history',
            label: t('orders.tabs.history'),
            content: () => <RecordHistory {...at()} currency={currency()} readOnly={readOnly()} />,
          },
        ]}
      />
    </SideCard>
  )
}
