import { useNavigate } from '@solidjs/router'
import Calendar from 'lucide-solid/icons/calendar'
import FileText from 'lucide-solid/icons/file-text'
import Mail from 'lucide-solid/icons/mail'
import MessageSquareText from 'lucide-solid/icons/message-square-text'
import MessagesSquare from 'lucide-solid/icons/messages-square'
import Package from 'lucide-solid/icons/package'
import Paperclip from 'lucide-solid/icons/paperclip'
import Phone from 'lucide-solid/icons/phone'
import Receipt from 'lucide-solid/icons/receipt'
import SquareCheck from 'lucide-solid/icons/square-check'
import UserRound from 'lucide-solid/icons/user-round'
import Users from 'lucide-solid/icons/users'
import { marksIn } from '../../shared/search/index/excerpt.ts'
import type { FoundIn } from '../../shared/search/index/fields.ts'
import { hintOf } from '../data/queries/finding/hint.ts'
import type { Hit } from '../data/queries/finding/query.ts'
import type { Item } from '../data/queries/query.ts'
import { addressOf, nameOf } from '../records/address.ts'
import { callName } from '../records/calls/call-name.ts'
import { oneLabel, pathTitle } from '../records/words/labels.ts'
import type { Icon } from '../ui/actions/button.tsx'
import type { FinderRow } from '../ui/overlays/finder/finding.ts'
import { useWords } from '../ui/words/words.tsx'

const ICONS: { readonly [C in FoundIn]: Icon } = {
  customers: Users,
  orders: FileText,
  invoices: Receipt,
  events: MessagesSquare,
  calls: Phone,
  jobs: SquareCheck,
  calendarRecords: Calendar,
  letters: Mail,
  ownLetters: Mail,
  comments: MessageSquareText,
  files: Paperclip,
  products: Package,
  people: UserRound,
}

/** Gives the row of a record that was found for a text; none of one that no card shows. */
export function createRows(): (hit: Hit, typed: string) => FinderRow[] {
  const { t } = useWords()
  const navigate = useNavigate()
  const excerptOf = ({ collection, excerpt }: Hit): FinderRow['excerpt'] => {
    if (!excerpt) return undefined
    const { list, field, text, marks } = excerpt
    const path = list === null ? field : `${list}/${field}`
    return { text, marks, where: collection === 'comments' ? '' : pathTitle(t, collection, path) }
  }
  const stateOf = (item: Item): FinderRow['state'] => {
    const name = item.completed === true ? t('orders.completed') : textIn(item, 'stateName')
    return name === '' ? undefined : { name, hue: item.hue as number | null }
  }
  const labelOf = ({ collection, item, about }: Hit) => {
    if (collection === 'comments') return about ? nameOf(about.item) : t(oneLabel(collection))
    return collection === 'calls' ? callName(t, item) : nameOf(item)
  }
  return (hit, typed) => {
    const { collection, item, about } = hit
    const address = about ? addressOf(about.collection, about.item) : addressOf(collection, item)
    if (address === null) return []
    const label = labelOf(hit)
    const hint = collection === 'files' && about ? nameOf(about.item) : hintOf(collection, item)
    const isInHint = hint === hit.excerpt?.text
    return [
      {
        id: `${collection}/${item.id}`,
        icon: ICONS[collection],
        leads: true,
        run: () => navigate(address),
        ...{ label, hint, labelMarks: marksIn(label, typed).marks },
        hintMarks: (isInHint && hit.excerpt?.marks) || marksIn(hint, typed).marks,
        excerpt: isInHint ? undefined : excerptOf(hit),
        state: collection === 'orders' ? stateOf(item) : undefined,
      },
    ]
  }
}

function textIn(item: Item, field: string): string {
  const value = item[field]
  return typeof value === 'string' ? value : ''
}
