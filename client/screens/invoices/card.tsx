import { Show } from 'solid-js'
import type { Invoice } from '../../../shared/orders/invoices/collections.ts'
import { invoices } from '../../../shared/orders/invoices/collections.ts'
import type { InvoiceItem } from '../../../shared/orders/invoices/invoice-item.ts'
import { createRecord } from '../../data/page/solid.tsx'
import { useActs } from '../../records/acts/use-acts.ts'
import { createAboutTabs } from '../../records/card/about-tabs.tsx'
import { RecordForm } from '../../records/card/record-form.tsx'
import { WholeRecord } from '../../records/card/whole-record.tsx'
import { createWriting } from '../../records/card/writing.ts'
import { createCurrency } from '../../records/company.ts'
import { tabLedTo } from '../../records/discussion/lead.ts'
import { RecordHistory } from '../../records/history/record-history.tsx'
import { PapersButton } from '../../records/papers/papers-button.tsx'
import { createLook } from '../../records/presence/presence.tsx'
import { Watchers } from '../../records/presence/watchers.tsx'
import { BasisLink } from '../../records/related/basis-link.tsx'
import { createRelated } from '../../records/related/documents.ts'
import { Related } from '../../records/related/related.tsx'
import { RemindMe } from '../../records/reminding/remind-me.tsx'
import { useMayWrite } from '../../records/rights.ts'
import { Button } from '../../ui/actions/button.tsx'
import { SideCard } from '../../ui/layout/side-card.tsx'
import { Tabs } from '../../ui/layout/tabs.tsx'
import { Banner } from '../../ui/signs/banner.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { AccountChoice } from './account-choice.tsx'
import { InvoiceLines } from './lines.tsx'
import { InvoiceMenu } from './menu.tsx'
import { PaidOf } from './paid-of.tsx'

interface InvoiceCardProps {
  readonly id: string
  readonly onClose: () => void
}

/** The card of an invoice: what it asks for, how far it is paid, and its paper. */
export function InvoiceCard(props: InvoiceCardProps) {
  const record = createRecord(invoices, () => props.id)
  createLook('invoices', () => props.id)
  const item = () => record()?.item ?? null
  const row = (): Invoice | null | undefined => record()?.row
  const here = () => {
    const [invoice, shown] = [row(), item()]
    return invoice && shown ? { invoice, shown } : undefined
  }
  return (
    <WholeRecord isMissing={row() === null} here={here()} onClose={props.onClose}>
      {(found) => <Present {...props} invoice={found().invoice} item={found().shown} apart={record()?.apart ?? []} />}
    </WholeRecord>
  )
}

interface PresentProps extends InvoiceCardProps {
  readonly invoice: Invoice
  readonly item: InvoiceItem
  readonly apart: Parameters<typeof RecordForm>[0]['apart']
}

/** An invoice that is here, and what may be done with it. */
interface MeantProps extends PresentProps {
  /** ISO 4217. */
  readonly currency: string
  readonly number: string
  readonly readOnly: boolean
}

function Present(props: PresentProps) {
  const { t, format } = useWords()
  const own = createCurrency()
  const mayWrite = useMayWrite('invoices')
  const number = () => props.item.number ?? t('invoices.noNumber')
  const meant = () => ({
    ...props,
    currency: props.invoice.currency ?? own(),
    number: number(),
    readOnly: !mayWrite || props.invoice.gone || props.invoice.newer,
  })
  return (
    <SideCard
      over={t('invoices.numbered', { number: number(), date: format.day(dayOf(props.invoice)) })}
      title={props.item.customerName ?? number()}
      onClose={props.onClose}
      actions={
        <>
          <Watchers collection="invoices" id={props.id} />
          <RemindMe about={{ collection: 'invoices', id: props.id }} />
          <Papers {...props} />
          <Show when={!meant().readOnly}>
            <InvoiceMenu invoice={props.invoice} number={number()} />
          </Show>
        </>
      }
      footer={<Remove {...meant()} />}
    >
      <InTrash {...props} />
      <Inside {...meant()} />
    </SideCard>
  )
}

/** When it was made, ms. */
function dayOf({ date, madeAt }: Invoice): number {
  return date ?? madeAt
}

function Papers(props: PresentProps) {
  const { t } = useWords()
  const printed = () => ({
    document: props.invoice,
    organisation: props.invoice.organisation,
    account: props.invoice.account,
    customer: props.item.customer,
    at: dayOf(props.invoice),
    ground: props.item.orderName === null ? null : t('papers.order', { number: props.item.orderName }),
  })
  const start = () => ({ customer: props.item.customer, order: null, contact: null })
  return <PapersButton kinds={['invoice']} printed={printed()} about={`invoices/${props.id}`} start={start()} />
}

function Remove(props: MeantProps) {
  const { t } = useWords()
  const acts = useActs()
  const remove = async () => {
    const at = { collection: 'invoices', id: props.id } as const
    if (await acts.run('removeRecord', at, t('invoices.removed'))) props.onClose()
  }
  return (
    <Show when={!props.readOnly}>
      <Button look="ghost" onClick={() => void remove()}>
        {t('common.remove')}
      </Button>
    </Show>
  )
}

function InTrash(props: PresentProps) {
  const { t } = useWords()
  const acts = useActs()
  const restore = () => void acts.run('restoreRecord', { collection: 'invoices', id: props.id })
  return (
    <Show when={props.invoice.gone}>
      <Banner look="warn" action={{ label: t('common.restore'), run: restore }}>
        {t('invoices.removed')}
      </Banner>
    </Show>
  )
}

/** What stands in the card, by tabs. */
function Inside(props: MeantProps) {
  const { t } = useWords()
  const related = createRelated(() => ({ collection: 'invoices', id: props.id }))
  const main = () => (
    <>
      <Main {...props} />
      <Related documents={related} />
    </>
  )
  const aboutTabs = createAboutTabs(
    () => `invoices/${props.id}`,
    () => props.readOnly,
  )
  const history = () => (
    <RecordHistory collection="invoices" id={props.id} currency={props.currency} readOnly={props.readOnly} />
  )
  return (
    <>
      <BasisLink documents={related} />
      <Tabs
        label={props.number}
        lead={tabLedTo(`invoices/${props.id}`)}
        tabs={[
          { id: 'main', label: t('orders.tabs.main'), content: main },
          ...aboutTabs(),
          { id: 'history', label: t('orders.tabs.history'), content: history },
        ]}
      />
    </>
  )
}

/** What it asks for and how far it is paid. */
function Main(props: MeantProps) {
  const at = () => ({ collection: 'invoices', id: props.id }) as const
  return (
    <>
      <PaidOf item={props.item} currency={props.currency} />
      <RecordForm
        {...at()}
        fields={['due', 'organisation', 'responsible', 'note']}
        values={props.invoice}
        currency={props.currency}
        readOnly={props.readOnly}
        apart={props.apart}
        onCommit={createWriting({ ...at(), begins: undefined })}
      />
      <AccountChoice invoice={props.invoice} readOnly={props.readOnly} />
      <InvoiceLines invoice={props.invoice} currency={props.currency} />
    </>
  )
}
