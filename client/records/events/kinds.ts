import Calendar from 'lucide-solid/icons/calendar'
import Mail from 'lucide-solid/icons/mail'
import MessageSquare from 'lucide-solid/icons/message-square'
import Phone from 'lucide-solid/icons/phone'
import Users from 'lucide-solid/icons/users'
import { EVENT_KINDS, type EventKind } from '../../../shared/events/collections.ts'
import type { Icon } from '../../ui/actions/button.tsx'

/** The sign of each kind of event. */
const ICONS: { readonly [K in EventKind]: Icon } = {
  call: Phone,
  letter: Mail,
  sms: MessageSquare,
  meeting: Users,
  otherEvent: Calendar,
}

/** How the list of a kind is called in addresses. */
export const LISTS: { readonly [K in EventKind]: string } = {
  call: 'calls',
  letter: 'letters',
  sms: 'sms',
  meeting: 'meetings',
  otherEvent: 'other',
}

/** The sign of a kind of event; of one that a newer program made, that of any other. */
export function kindIcon(kind: string | null): Icon {
  return ICONS[EVENT_KINDS.find((one) => one === kind) ?? 'otherEvent']
}

/** The kind whose list is called so in an address; undefined for any other word. */
export function kindAt(word: string | undefined): EventKind | undefined {
  return EVENT_KINDS.find((kind) => LISTS[kind] === word)
}
