import ChevronDown from 'lucide-solid/icons/chevron-down'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { For } from 'solid-js'
import type { CollectionName } from '../../../../shared/collections.ts'
import { listField, summedFields } from '../../../../shared/lists/fields.ts'
import { COMPLETED } from '../../../../shared/orders/moves/completed.ts'
import type { GroupHead as Head } from '../../../data/queries/query.ts'
import { IconButton } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { choiceTitle } from '../../words/labels.ts'
import { createFieldLabel } from './field-label.ts'
import { createTotals } from './totals.ts'
import './group-head.css'

/** What the head of a group is given. */
export interface GroupHeadProps {
  readonly head: Head
  readonly collection: CollectionName
  /** How many records it has, in words. */
  readonly count: string
  readonly currency: string
  /** Whether the sum of a field stands under its column; the others stand beside the name. */
  readonly isSummed: (field: string) => boolean
  readonly onToggle: () => void
}

/** The head of a group: its name, how many records it has and their sums; it opens and collapses. */
export function GroupHead(props: GroupHeadProps) {
  const { t } = useWords()
  const nameOf = createGroupName(() => props.collection)
  const totalOf = createTotals(props.collection, () => props.currency)
  const labelOf = createFieldLabel(() => props.collection)
  return (
    <span class="group-head" style={{ '--level': props.head.level }}>
      <IconButton
        icon={props.head.closed ? ChevronRight : ChevronDown}
        label={t(props.head.closed ? 'lists.groups.open' : 'lists.groups.close')}
        aria-expanded={!props.head.closed}
        tabIndex={-1}
        onClick={() => props.onToggle()}
      />
      <span class="group-named">
        <strong class="cut">{nameOf(props.head)}</strong>
        <span class="dim">{props.count}</span>
      </span>
      <For each={summedFields(props.collection).filter(({ field }) => !props.isSummed(field))}>
        {({ field }) => (
          <span class="dim" title={labelOf(field)}>
            {totalOf(field, props.head.totals)}
          </span>
        )}
      </For>
    </span>
  )
}

/** Names the value that a group's records share. */
export function createGroupName(
  collection: () => CollectionName,
): (head: Pick<Head, 'by' | 'group' | 'name'>) => string {
  const { t, format } = useWords()
  return ({ by, group, name }) => {
    const [field = ''] = by.split(':')
    if (group === null) return t('lists.groups.empty')
    if (field === 'state' && group === COMPLETED) return t('orders.completed')
    const declared = listField(collection(), field)
    if (declared?.to) return name ?? t('lists.filter.unknown')
    if (declared?.choices) return choiceTitle(t, collection(), { name: field, field: declared }, String(group))
    if (typeof group === 'boolean') return t(group ? 'common.yes' : 'common.no')
    const isOfDays = declared?.type === 'date' || declared?.type === 'instant'
    return isOfDays ? shownDays(String(group), format) : String(group)
  }
}

/** A year, a month or a day in words. */
function shownDays(text: string, format: ReturnType<typeof useWords>['format']): string {
  if (text.length === 4) return text
  return text.length === 7 ? format.month(`${text}-01`) : format.date(text)
}
