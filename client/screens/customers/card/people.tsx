import { type Accessor, For } from 'solid-js'
import { WhomProvider } from '../../../records/calls/dial-button.tsx'
import type { EntryRow } from '../../../records/card/entries.tsx'
import { type CustomerList, useCard } from './context.tsx'
import { EraseContact } from './erase-contact.tsx'
import { OwnEntries } from './own-entries.tsx'
import { contactOf } from './whose.ts'

const CONTACT = ['name', 'post', 'salutation', 'birthday', 'note']

/** Ways to reach somebody, and the fields of each. */
const WAYS: readonly { readonly list: CustomerList; readonly fields: readonly string[] }[] = [
  { list: 'phones', fields: ['number', 'note'] },
  { list: 'emails', fields: ['email'] },
  { list: 'addresses', fields: ['kind', 'address'] },
]

/** Further phones and addresses of the customer, and the people there with theirs. */
export function People() {
  const card = useCard()
  const isOwn = (row: EntryRow) => contactOf(row, card.entries('contacts')) === null
  return (
    <div class="ways">
      <For each={WAYS}>{(way) => <OwnEntries {...way} holds={isOwn} />}</For>
      <OwnEntries list="contacts" fields={CONTACT} below={(contact) => <WaysOf contact={contact} />} />
    </div>
  )
}

function WaysOf(props: { readonly contact: Accessor<EntryRow> }) {
  const card = useCard()
  const isTheirs = (row: EntryRow) => row.values.contact === props.contact().id
  return (
    <WhomProvider value={() => ({ customer: card.row()?.id, contact: props.contact().id })}>
      <div class="ways">
        <For each={WAYS}>{(way) => <OwnEntries {...way} contact={props.contact} holds={isTheirs} />}</For>
        <EraseContact contact={props.contact} />
      </div>
    </WhomProvider>
  )
}
