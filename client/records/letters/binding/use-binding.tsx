import { useNavigate } from '@solidjs/router'
import CalendarPlus from 'lucide-solid/icons/calendar-plus'
import FilePlus from 'lucide-solid/icons/file-plus'
import Link from 'lucide-solid/icons/link'
import ListTodo from 'lucide-solid/icons/list-todo'
import Unlink from 'lucide-solid/icons/unlink'
import UserPlus from 'lucide-solid/icons/user-plus'
import Users from 'lucide-solid/icons/users'
import { createSignal, Show } from 'solid-js'
import { formatBasis } from '../../../../shared/basis/basis.ts'
import { contactOf } from '../../../../shared/customers/contact-of.ts'
import { offeredAt } from '../../../../shared/features/places.ts'
import { sharedId } from '../../../../shared/letters/ids.ts'
import { letterCollection } from '../../../../shared/letters/whose.ts'
import { SORTS, type Sort } from '../../../../shared/orders/collections.ts'
import { useData } from '../../../data/page/solid.tsx'
import type { ShownLetter } from '../../../data/queries/mail/query.ts'
import type { MenuAct } from '../../../ui/overlays/panes/menu.tsx'
import { useToasts } from '../../../ui/toasts/use-toasts.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useActs } from '../../acts/use-acts.ts'
import { createPeopleAt } from '../../events/people-at.ts'
import type { BegunOrder } from '../../making/on-basis.ts'
import { BindDialog } from './bind-dialog.tsx'
import { ContactDialog } from './contact-dialog.tsx'

/** Whom a letter is about, and what is made from it: acts for menus and buttons, and the place of their dialogs. */
export function useBinding(shown: () => ShownLetter) {
  const { t } = useWords()
  const acts = useActs()
  const [asked, ask] = createSignal<'bind' | 'contact' | null>(null)
  const openNext = (one: 'bind' | 'contact') => () => setTimeout(() => ask(one))
  const isOwn = () => letterCollection(shown().id) === 'ownLetters'
  const unbind = () => void acts.run('unbindLetter', { ids: [shown().id] }, t('mail.binding.unbound'))
  const share = () => void acts.run('shareLetter', { ids: [shown().id] }, t('mail.binding.shared'))
  const made = createMade(shown)
  return {
    create: (): MenuAct => ({ label: t('mail.binding.create'), icon: UserPlus, onSelect: openNext('contact') }),
    bind: (): MenuAct => ({ label: t('mail.binding.bind'), icon: Link, onSelect: openNext('bind') }),
    /** For a menu. */
    acts: (): readonly MenuAct[] => [
      ...(shown().letter.customer === null
        ? [{ label: t('mail.binding.create'), icon: UserPlus, onSelect: openNext('contact') }]
        : []),
      { label: t('mail.binding.bind'), icon: Link, onSelect: openNext('bind') },
      ...(shown().letter.customer ? [{ label: t('mail.binding.unbind'), icon: Unlink, onSelect: unbind }] : []),
      ...(isOwn() ? [{ label: t('mail.letter.share'), icon: Users, onSelect: share }] : []),
    ],
    made,
    Dialogs: () => (
      <>
        <Show when={asked() === 'bind'}>
          <BindDialog shown={shown()} onClose={() => ask(null)} />
        </Show>
        <Show when={asked() === 'contact'}>
          <ContactDialog shown={shown()} onClose={() => ask(null)} />
        </Show>
      </>
    ),
  }
}

/** Orders begin as drafts with what the letter says; events and jobs are made at once. */
function createMade(shown: () => ShownLetter) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const toasts = useToasts()
  const navigate = useNavigate()
  const people = createPeopleAt(() => shown().letter.customer)
  const order = (sort: Sort) =>
    void acts.attempt(async () => {
      const { id, letter } = shown()
      // What is made from a letter is everybody's, and so is the letter.
      if (letterCollection(id) === 'ownLetters') await data.run('shareLetter', { ids: [id] })
      const contact = contactOf(people.contacts(), letter.contact)?.name ?? null
      const note = [letter.subject, letter.snippet].filter(Boolean).join('\n') || null
      const basis = formatBasis({ collection: 'letters', id: sharedId(id) })
      const fields = { customer: letter.customer, contact, responsible: data.account.person, note, basis }
      navigate(`/orders/${sort}/draft/new`, { state: { fields } satisfies BegunOrder })
    })
  const make = (what: 'events' | 'jobs') =>
    void acts.attempt(async () => {
      const id = await data.newId(what)
      await data.run(what === 'events' ? 'makeEventFrom' : 'makeJobFrom', { letter: shown().id, id })
      const text = t(`mail.binding.madeFrom.${what}`)
      toasts.show({ text, action: { label: t('common.open'), run: () => navigate(`/${what}/${id}`) } })
    })
  return (): readonly MenuAct[] => [
    ...offeredAt('sorts', SORTS).map((sort) => ({
      label: t(`orders.one.${sort}`),
      icon: FilePlus,
      onSelect: () => order(sort),
    })),
    { label: t('records.events.one'), icon: CalendarPlus, onSelect: () => make('events') },
    { label: t('records.jobs.one'), icon: ListTodo, onSelect: () => make('jobs') },
  ]
}
