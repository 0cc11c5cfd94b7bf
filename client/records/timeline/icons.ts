import ArrowRightLeft from 'lucide-solid/icons/arrow-right-left'
import CalendarDays from 'lucide-solid/icons/calendar-days'
import ListTodo from 'lucide-solid/icons/list-todo'
import Mail from 'lucide-solid/icons/mail'
import MessageCircle from 'lucide-solid/icons/message-circle'
import Paperclip from 'lucide-solid/icons/paperclip'
import Phone from 'lucide-solid/icons/phone'
import Receipt from 'lucide-solid/icons/receipt'
import ShoppingCart from 'lucide-solid/icons/shopping-cart'
import Truck from 'lucide-solid/icons/truck'
import Wallet from 'lucide-solid/icons/wallet'
import type { TimelineKind, TimelineRow } from '../../data/queries/timeline/query.ts'
import type { Icon } from '../../ui/actions/button.tsx'
import { kindIcon } from '../events/kinds.ts'

const ICONS: { readonly [K in Exclude<TimelineKind, 'event' | 'message'>]: Icon } = {
  job: ListTodo,
  calendarRecord: CalendarDays,
  letter: Mail,
  call: Phone,
  comment: MessageCircle,
  file: Paperclip,
  move: ArrowRightLeft,
  shipment: Truck,
  payment: Wallet,
  invoice: Receipt,
  order: ShoppingCart,
}

/** The sign of an entry: of an event that of its kind, of a message that of a letter or an SMS. */
export function iconOf({ kind, item }: TimelineRow): Icon {
  if (kind === 'event') return kindIcon(String(item?.kind ?? ''))
  return kind === 'message' ? kindIcon(String(item?.way ?? '')) : ICONS[kind]
}
