import { type Accessor, For, Match, Show, Switch } from 'solid-js'
import type { InvoiceItem } from '../../../shared/orders/invoices/invoice-item.ts'
import type { OrderItem } from '../../../shared/orders/order-item.ts'
import { Link } from '../../ui/actions/link.tsx'
import { Section } from '../../ui/layout/section.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { addressOf } from '../address.ts'
import { createCurrency } from '../company.ts'
import { StateOf } from '../process/state-of.tsx'
import { choiceLabel } from '../words/labels.ts'
import { useDocumentName } from './document-name.ts'
import type { RelatedDocument } from './documents.ts'
import './related.css'

/** «Связанные документы»: each with its state and sum, and the way to it; nothing where there are none. */
export function Related(props: { readonly documents: Accessor<readonly RelatedDocument[]> }) {
  const { t } = useWords()
  return (
    <Show when={props.documents().length > 0}>
      <Section title={t('trade.related.title')}>
        <ul class="related" aria-label={t('trade.related.title')}>
          <For each={props.documents()}>{(document) => <Document {...document} />}</For>
        </ul>
      </Section>
    </Show>
  )
}

function Document(props: RelatedDocument) {
  const { t } = useWords()
  const documentName = useDocumentName()
  const name = () => documentName(props)
  return (
    <li>
      <span class="related-name">
        <Show when={addressOf(props.collection, props.item)} fallback={name()}>
          {(href) => <Link href={href()}>{name()}</Link>}
        </Show>
        <Show when={props.step === -1}>
          <span class="dim">{t('trade.making.basis').toLowerCase()}</span>
        </Show>
      </span>
      <Standing {...props} />
    </li>
  )
}

/** How far it is, and what it comes to. */
function Standing(props: RelatedDocument) {
  const { t, format } = useWords()
  const own = createCurrency()
  const money = ({ total, currency }: { readonly total: number; readonly currency: string | null }) => (
    <span class="n">{format.money(total, currency ?? own())}</span>
  )
  const order = () => (props.collection === 'orders' ? (props.item as unknown as OrderItem) : undefined)
  const planned = () => {
    const { state } = props.item
    return ['events', 'jobs'].includes(props.collection) && typeof state === 'string' ? state : undefined
  }
  const invoice = () => (props.collection === 'invoices' ? (props.item as unknown as InvoiceItem) : undefined)
  return (
    <Switch>
      <Match when={order()}>
        {(item) => (
          <>
            <StateOf item={item()} />
            {money(item())}
          </>
        )}
      </Match>
      <Match when={planned()}>{(state) => <span class="dim">{t(choiceLabel('events', 'state', state()))}</span>}</Match>
      <Match when={invoice()}>
        {(item) => (
          <>
            <span class="dim">{t(choiceLabel('invoices', 'how', item().how))}</span>
            {money(item())}
          </>
        )}
      </Match>
    </Switch>
  )
}
