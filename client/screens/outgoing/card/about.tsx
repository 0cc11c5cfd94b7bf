import { Show } from 'solid-js'
import { phones } from '../../../../shared/calls/collections.ts'
import type { CollectionName } from '../../../../shared/collections.ts'
import type { Message } from '../../../../shared/messages/collections.ts'
import type { MessageItem } from '../../../../shared/messages/message-item.ts'
import { orders } from '../../../../shared/orders/collections.ts'
import { createRecord } from '../../../data/page/solid.tsx'
import { addressOf } from '../../../records/address.ts'
import { fieldLabel } from '../../../records/words/labels.ts'
import { Link } from '../../../ui/actions/link.tsx'
import { Fact } from '../../../ui/layout/fact.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** Whom a message goes to, what it is about, and who wrote it. */
export function About(props: { readonly message: Message; readonly item: MessageItem }) {
  const order = createRecord(orders, () => props.message.order)
  const phone = createRecord(phones, () => props.message.phone)
  return (
    <dl class="facts">
      <FactOf field="to">{props.message.to}</FactOf>
      <FactOf field="cc">{props.message.cc.join(', ')}</FactOf>
      <FactOf field="bcc">{props.message.bcc.join(', ')}</FactOf>
      <FactOf field="from">{props.message.from}</FactOf>
      <FactOf field="phone">{phone()?.row?.name ?? null}</FactOf>
      <Led
        field="order"
        to="orders"
        id={props.item.order}
        name={props.item.orderName}
        sort={order()?.row?.sort ?? null}
      />
      <Led field="customer" to="customers" id={props.item.customer} name={props.item.customerName} />
      <Led field="template" to="messageTemplates" id={props.item.template} name={props.item.templateName} />
      <Led field="rule" to="rules" id={props.item.rule} name={props.item.ruleName} />
      <FactOf field="author">{props.item.authorName}</FactOf>
    </dl>
  )
}

type Field = 'phone' | 'to' | 'cc' | 'bcc' | 'order' | 'customer' | 'template' | 'rule' | 'author' | 'from'

function FactOf(props: { readonly field: Field; readonly children: string | null }) {
  const { t } = useWords()
  return (
    <Show when={props.children}>
      <Fact name={t(fieldLabel('messages', props.field))}>{props.children}</Fact>
    </Show>
  )
}

interface LedProps {
  readonly field: Field
  readonly to: CollectionName
  readonly id: string | null
  readonly name: string | null
  readonly sort?: string | null
}

/** What it is about, and the way there. */
function Led(props: LedProps) {
  const { t } = useWords()
  const href = (id: string) => addressOf(props.to, { id, sort: props.sort ?? null })
  return (
    <Show when={props.id}>
      {(id) => (
        <Fact name={t(fieldLabel('messages', props.field))}>
          <Show when={href(id())} fallback={props.name}>
            {(to) => <Link href={to()}>{props.name ?? t('common.nameless')}</Link>}
          </Show>
        </Fact>
      )}
    </Show>
  )
}
