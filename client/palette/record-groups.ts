import { useNavigate } from '@solidjs/router'
import Calendar from 'lucide-solid/icons/calendar'
import FileText from 'lucide-solid/icons/file-text'
import MessageSquareText from 'lucide-solid/icons/message-square-text'
import MessagesSquare from 'lucide-solid/icons/messages-square'
import Package from 'lucide-solid/icons/package'
import Paperclip from 'lucide-solid/icons/paperclip'
import Receipt from 'lucide-solid/icons/receipt'
import SquareCheck from 'lucide-solid/icons/square-check'
import UserRound from 'lucide-solid/icons/user-round'
import Users from 'lucide-solid/icons/users'
import type { Accessor } from 'solid-js'
import type { FoundIn } from '../../shared/search/index/fields.ts'
import type { FindAnswer, Hit } from '../data/queries/finding/query.ts'
import type { Item } from '../data/queries/query.ts'
import { addressOf, nameOf } from '../records/address.ts'
import { manyLabel } from '../records/words/labels.ts'
import type { Icon } from '../ui/actions/button.tsx'
import type { FinderRow } from '../ui/overlays/finder/finding.ts'
import { useWords } from '../ui/words/words.tsx'
import type { RankedGroup } from './offer-groups.ts'

const ICONS: { readonly [C in FoundIn]: Icon } = {
  orders: FileText,
  customers: Users,
  products: Package,
  people: UserRound,
  invoices: Receipt,
  events: MessagesSquare,
  jobs: SquareCheck,
  calendarRecords: Calendar,
  comments: MessageSquareText,
  files: Paperclip,
}

/** The records that were found, a group for each collection; with nothing typed those that were open lately. */
export function createRecordGroups(answer: Accessor<FindAnswer | undefined>): Accessor<readonly RankedGroup[]> {
  const { t } = useWords()
  const rowOf = createRows()
  const groupOf = (collection: FoundIn, hits: readonly Hit[], count: number): RankedGroup => ({
    heading: t(manyLabel(collection)),
    rows: hits.map(rowOf),
    rank: hits[0]?.rank ?? 0,
    note: count > hits.length ? t('palette.more', { n: count - hits.length }) : undefined,
  })
  return () => {
    const found = answer()
    if (!found || found.hits.length === 0) return []
    if (found.text.trim() === '')
      return [{ heading: t('palette.opened'), rows: found.hits.slice(0, 6).map(rowOf), rank: 1 }]
    const groups = Map.groupBy(found.hits, (hit) => hit.collection)
    return [...groups].map(([collection, hits]) => groupOf(collection, hits, found.counts[collection] ?? 0))
  }
}

function createRows(): (hit: Hit) => FinderRow {
  const { t } = useWords()
  const navigate = useNavigate()
  const text = (item: Item, field: string) => (typeof item[field] === 'string' ? item[field] : '')
  const stateOf = (item: Item) => (item.completed === true ? t('orders.completed') : text(item, 'stateName'))
  return ({ collection, item }) => {
    const common = {
      id: `${collection}/${item.id}`,
      icon: ICONS[collection],
      leads: true,
      run: () => navigate(addressOf(collection, item) ?? '/'),
    }
    if (collection !== 'orders')
      return { ...common, label: nameOf(item), hint: text(item, collection === 'products' ? 'article' : 'phone') }
    return {
      ...common,
      label: nameOf(item),
      hint: text(item, 'customerName'),
      state: stateOf(item) === '' ? undefined : { name: stateOf(item), hue: item.hue as number | null },
    }
  }
}
