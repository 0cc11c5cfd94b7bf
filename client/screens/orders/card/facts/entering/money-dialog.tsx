import { createSignal, Show } from 'solid-js'
import { movementsOf } from '../../../../../../shared/movements/movements.ts'
import type { Order } from '../../../../../../shared/orders/collections.ts'
import { PAYMENT_WAYS, type PaymentWay } from '../../../../../../shared/orders/facts/fields.ts'
import { beyondOf, dueOf } from '../../../../../../shared/orders/facts/pay.ts'
import type { InvoiceItem } from '../../../../../../shared/orders/invoices/invoice-item.ts'
import { useData } from '../../../../../data/page/solid.tsx'
import { useActs } from '../../../../../records/acts/use-acts.ts'
import { SentForm } from '../../../../../ui/forms/sent-form.tsx'
import { Select } from '../../../../../ui/inputs/choice/select.tsx'
import { MoneyField } from '../../../../../ui/inputs/typed/money-field.tsx'
import { Dialog } from '../../../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../../../ui/words/words.tsx'
import { createSigning } from './signing.tsx'

/** What the dialogs «Принять оплату» and «Вернуть деньги» are given. */
export interface MoneyDialogProps {
  readonly act: 'takePayment' | 'refund'
  readonly order: Order
  /** ISO 4217. */
  readonly currency: string
  /** Those of the order. */
  readonly invoices: readonly InvoiceItem[]
  readonly onClose: () => void
}

/** Money that comes in or goes back: all that is due stands there at first. */
export function MoneyDialog(props: MoneyDialogProps) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const { request, Signing } = createSigning()
  const [sum, setSum] = createSignal(sumAtFirst(props.order, props.act))
  const [way, setWay] = createSignal(lastWay(props.order))
  const [invoice, setInvoice] = createSignal<InvoiceItem | null>(null)
  const hint = createHint(props)
  const choose = (chosen: InvoiceItem | null) => {
    setInvoice(chosen)
    setSum(chosen ? restOf(chosen) : sumAtFirst(props.order, props.act))
  }
  const send = async () => {
    const by = invoice()
    const money = { way: way(), sum: sum() ?? 0, ...(by && { invoice: by.id }) }
    const { act } = await data.run(props.act, { id: props.order.id, ...request(), ...money })
    acts.said(t(`trade.done.${props.act}`), act)
    props.onClose()
  }
  return (
    <Dialog open title={t(`trade.dialog.${props.act}`)} onClose={() => props.onClose()}>
      <SentForm submit={t(`trade.acts.${props.act}`)} onSubmit={send}>
        <Show when={props.act === 'takePayment'}>
          <InvoiceSelect {...props} value={invoice()} onChange={choose} />
        </Show>
        <MoneyField
          required
          label={t('trade.dialog.sum')}
          hint={hint()}
          currency={props.currency}
          value={sum()}
          onCommit={setSum}
        />
        <WaySelect value={way()} onChange={setWay} />
        <Signing />
      </SentForm>
    </Dialog>
  )
}

interface InvoiceSelectProps extends MoneyDialogProps {
  readonly value: InvoiceItem | null
  readonly onChange: (invoice: InvoiceItem | null) => void
}

/** «Счет»: those of the order that are not wholly paid, each with what is left of it; nothing where there are none. */
function InvoiceSelect(props: InvoiceSelectProps) {
  const { t, format } = useWords()
  const open = () => props.invoices.filter((one) => one.how !== 'whole')
  const label = (one: InvoiceItem) =>
    t('trade.dialog.invoiceRest', {
      number: one.number ?? t('invoices.noNumber'),
      sum: format.money(restOf(one), props.currency),
    })
  return (
    <Show when={open().length > 0}>
      <Select
        label={t('trade.dialog.invoice')}
        clearable
        placeholder={t('trade.dialog.noInvoice')}
        value={props.value?.id ?? null}
        options={open().map((one) => ({ value: one.id, label: label(one) }))}
        onCommit={(id) => props.onChange(open().find((one) => one.id === id) ?? null)}
      />
    </Show>
  )
}

/** What is still to be paid of an invoice. */
function restOf({ total, paid }: InvoiceItem): number {
  return Math.max(0, total - paid)
}

/** «Способ оплаты». */
export function WaySelect(props: { readonly value: PaymentWay; readonly onChange: (way: PaymentWay) => void }) {
  const { t } = useWords()
  const choose = (value: string | null) => {
    const way = PAYMENT_WAYS.find((one) => one === value)
    if (way) props.onChange(way)
  }
  return (
    <Select
      label={t('trade.dialog.way')}
      value={props.value}
      options={PAYMENT_WAYS.map((way) => ({ value: way, label: t(`records.choices.${way}`) }))}
      onCommit={choose}
    />
  )
}

/** The way by which the order was paid last; a new one is mostly paid into the bank. */
export function lastWay({ payments }: Pick<Order, 'payments'>): PaymentWay {
  return payments.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0)).findLast(({ way }) => way !== null)?.way ?? 'bank'
}

function sumAtFirst(order: Order, act: MoneyDialogProps['act']): number | null {
  const sum = act === 'refund' ? beyondOf(order) : dueOf(order)
  return sum > 0 ? sum : null
}

/** What is due, or may go back, in words. */
function createHint(props: MoneyDialogProps) {
  const { t, format } = useWords()
  const written = (minor: number) => format.money(minor, props.currency)
  return () => {
    if (props.act === 'refund') return t('trade.dialog.most', { sum: written(movementsOf(props.order).paid) })
    const due = dueOf(props.order)
    return due > 0 ? t('trade.dialog.due', { sum: written(due) }) : t('trade.dialog.advance')
  }
}
