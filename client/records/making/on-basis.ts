import { useNavigate } from '@solidjs/router'
import CalendarPlus from 'lucide-solid/icons/calendar-plus'
import FilePlus from 'lucide-solid/icons/file-plus'
import ListTodo from 'lucide-solid/icons/list-todo'
import Phone from 'lucide-solid/icons/phone'
import { type Accessor, createMemo } from 'solid-js'
import { type Basis, formatBasis } from '../../../shared/basis/basis.ts'
import { calendarRecordOn, jobOn } from '../../../shared/basis/begun.ts'
import type { Taken } from '../../../shared/basis/taken.ts'
import { contactOf } from '../../../shared/customers/contact-of.ts'
import { hasFeature } from '../../../shared/features/known.ts'
import { offeredAt } from '../../../shared/features/places.ts'
import { SORTS, type Sort } from '../../../shared/orders/collections.ts'
import type { OrderFields } from '../../../shared/orders/commands.ts'
import { useData } from '../../data/page/solid.tsx'
import type { Offer } from '../../ui/keys/offers.ts'
import { useToasts } from '../../ui/toasts/use-toasts.ts'
import { useWords } from '../../ui/words/words.tsx'
import { useActs } from '../acts/use-acts.ts'
import { addressOf } from '../address.ts'
import { createPeopleAt } from '../events/people-at.ts'
import { useQuickEvent } from '../events/quick/quick-event.tsx'
import { useNow } from '../now.tsx'
import { useMayWrite } from '../rights.ts'

/** The record that something is made from, what is taken over of it, and what it is called. */
export interface Ground {
  readonly basis: Basis
  readonly taken: Taken
  readonly name: string
}

/** What the way to a new order may bring along: what it begins with. */
export interface BegunOrder {
  readonly fields: Pick<OrderFields, 'customer' | 'contact' | 'responsible' | 'note' | 'basis'>
}

/** What is made on the basis of a record: under its heading it needs fewer words than in the palette. */
export interface BasisAct extends Offer {
  readonly short: string
}

/** Makes records on the basis of another one: orders begin as drafts, events in their dialog, the rest is made at once. */
export function createOnBasis(ground: Accessor<Ground>) {
  const mayWrite = useMayWrite('events')
  const order = createOrderActs(ground)
  const rest = createRestActs(ground)
  return {
    orders: createMemo((): readonly BasisAct[] => (mayWrite ? offeredAt('sorts', SORTS).map(order) : [])),
    others: createMemo((): readonly BasisAct[] => (mayWrite ? rest() : [])),
  }
}

function createOrderActs(ground: Accessor<Ground>) {
  const { t } = useWords()
  const navigate = useNavigate()
  const people = createPeopleAt(() => ground().taken.customer)
  const begin = (sort: Sort) => {
    const { basis, taken } = ground()
    const { customer, responsible, text } = taken
    const contact = contactOf(people.contacts(), taken.contact)?.name ?? null
    const fields = { customer, contact, responsible, note: text, basis: formatBasis(basis) }
    navigate(`/orders/${sort}/draft/new`, { state: { fields } satisfies BegunOrder })
  }
  return (sort: Sort): BasisAct => ({
    id: `onBasis.${sort}`,
    label: t(`trade.making.onBasis.${sort}`),
    short: t(`orders.one.${sort}`),
    icon: FilePlus,
    run: () => begin(sort),
  })
}

function createRestActs(ground: Accessor<Ground>) {
  const { t } = useWords()
  const quick = useQuickEvent()
  const make = createMake(ground)
  const act = (id: 'event' | 'job' | 'calendarRecord', icon: Offer['icon'], run: () => void): BasisAct => ({
    id: `onBasis.${id}`,
    label: t(`trade.making.onBasis.${id}`),
    short: t(`records.${id}s.one`),
    icon,
    run,
  })
  return () => [
    act('event', Phone, () => quick.open({ kind: 'call', basis: ground().basis })),
    ...(hasFeature('jobs') ? [act('job', ListTodo, () => void make('jobs'))] : []),
    ...(hasFeature('calendar') ? [act('calendarRecord', CalendarPlus, () => void make('calendarRecords'))] : []),
  ]
}

/** Makes a record at once, and offers the way to it. */
function createMake(ground: Accessor<Ground>) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const toasts = useToasts()
  const navigate = useNavigate()
  const now = useNow()
  return (collection: 'jobs' | 'calendarRecords') =>
    acts.attempt(async () => {
      const begun = { ...ground(), person: data.account.person, now: now() }
      const values = collection === 'jobs' ? jobOn(begun) : calendarRecordOn(begun)
      const id = await data.newId(collection)
      const { act } = await data.run('createRecord', { collection, id, values })
      const text = t(`trade.making.madeOnBasis.${collection}`)
      const address = addressOf(collection, { id })
      if (address === null) return acts.said(text, act)
      toasts.show({ text, action: { label: t('common.open'), run: () => navigate(address) } })
    })
}
