import { Show } from 'solid-js'
import { currencies } from '../../../shared/company/collections.ts'
import { createEvery } from '../../data/page/solid.tsx'
import { Link } from '../../ui/actions/link.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { createCurrency } from '../company.ts'
import { createExchange } from './exchange.ts'
import './exchanged.css'

/** What a document comes to. */
export interface ExchangedProps {
  /** Minor units of `currency`. */
  readonly total: number
  /** ISO 4217. */
  readonly currency: string
  /** The document's date, ms. */
  readonly at: number
}

/** Of a document in another currency: what it comes to in the company's and by which rate, or that there is no rate on its date. */
export function Exchanged(props: ExchangedProps) {
  const own = createCurrency()
  return (
    <Show when={props.currency !== own()}>
      <ByRate {...props} own={own()} />
    </Show>
  )
}

function ByRate(props: ExchangedProps & { readonly own: string }) {
  const { t, format } = useWords()
  const exchange = createExchange()
  const sum = () => exchange().toCompany(props.total, props.currency, props.at)
  const rate = () => {
    const held = exchange().rateAt(props.currency, props.at)
    if (held === null) return ''
    const value = format.decimal(held.millionths, 6)
    return held.from === null
      ? t('trade.totals.byRate', { rate: value })
      : t('trade.totals.byRateOf', { rate: value, date: format.date(held.from) })
  }
  return (
    <Show when={sum() !== null} fallback={<NoRate {...props} />}>
      <p class="exchanged dim">
        <span>{rate()}</span>
        <span class="n">{format.money(sum() ?? 0, props.own)}</span>
      </p>
    </Show>
  )
}

/** That there is no rate, what follows from it, and the way to where one is given. */
function NoRate(props: ExchangedProps & { readonly own: string }) {
  const { t, format } = useWords()
  const all = createEvery(currencies)
  const card = () => {
    const found = all().find(({ code, gone }) => code === props.currency && !gone)
    return `/settings/currencies${found ? `/${found.id}` : ''}`
  }
  const told = () => ({ currency: props.currency, own: props.own, date: format.day(props.at) })
  return (
    <p class="exchanged missing" role="status">
      {t('trade.totals.noRate', told())} <Link href={card()}>{t('trade.totals.giveRate')}</Link>
    </p>
  )
}
