import { type Accessor, createMemo } from 'solid-js'
import { type Customer, customers } from '../../../shared/customers/collections.ts'
import { waysOf } from '../../../shared/customers/ways-of.ts'
import type { EventKind } from '../../../shared/events/collections.ts'
import { createQuery, createRecord } from '../../data/page/solid.tsx'
import type { Option } from '../../ui/inputs/choice/option.tsx'

/** The people at a customer, those of customers merged into it among them, and by what each is reached. */
export function createPeopleAt(customer: Accessor<string | null>) {
  const record = createRecord(customers, customer)
  const answer = createQuery(() => {
    const id = customer()
    return id === null ? null : ({ what: 'customer', id } as const)
  })
  const rows = createMemo((): readonly Customer[] => {
    const own = record()?.row
    if (customer() === null || !own || own.id !== customer()) return []
    return [own, ...(answer()?.id === own.id ? (answer()?.merged ?? []) : [])]
  })
  const contacts = () => rows().flatMap((row) => row.contacts)
  const asOption = ({ id, name, post }: Customer['contacts'][number]): Option => ({
    value: id,
    label: name ?? '',
    ...(post && { hint: post }),
  })
  return {
    contacts,
    options: createMemo(() => contacts().map(asOption)),
    /** What is offered for the number or address of an event. */
    ways: (contact: string | null, kind: EventKind | null): readonly Option[] =>
      waysOf(rows(), contact, kind ?? 'otherEvent').map((text) => ({ value: text, label: text })),
  }
}
