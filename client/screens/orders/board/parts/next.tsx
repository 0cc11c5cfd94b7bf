import ListTodo from 'lucide-solid/icons/list-todo'
import { Show } from 'solid-js'
import { isLeftOut, leftOut } from '../../../../../shared/features/records.ts'
import type { BoardCard } from '../../../../data/queries/board/query.ts'
import { kindIcon } from '../../../../records/events/kinds.ts'
import { useNow } from '../../../../records/now.tsx'
import { choiceLabel, oneLabel } from '../../../../records/words/labels.ts'
import { IconOf } from '../../../../ui/actions/button.tsx'
import { inZone } from '../../../../ui/words/parse-date.ts'
import { useWords } from '../../../../ui/words/words.tsx'

/** What is planned next for an order: the sign of what it is, and when; in warning colour once it is overdue. */
export function Next(props: { readonly card: BoardCard }) {
  const { t, format, zone } = useWords()
  const now = useNow()
  const isShown = () => props.card.next && !isLeftOut(leftOut(), props.card.next.collection, props.card.next)
  return (
    <Show when={isShown() && props.card.next}>
      {(next) => {
        const isJob = () => next().collection === 'jobs'
        const isOverdue = () => next().until < now()
        const kind = () => t(isJob() ? oneLabel('jobs') : choiceLabel('events', 'kind', next().kind ?? 'otherEvent'))
        const label = () => {
          const what = [kind(), next().subject].filter(Boolean).join(': ')
          const when = isJob() ? format.day(next().at) : format.dateTime(next().at)
          return t(isOverdue() ? 'events.next.overdue' : 'events.next.label', { kind: what, when })
        }
        const short = () => {
          const day = inZone(next().at, zone()).date
          const isToday = day === inZone(now(), zone()).date
          return isToday && !isJob() ? format.time(next().at) : format.shortDate(day)
        }
        return (
          <span class="tile-next n" classList={{ late: isOverdue() }} role="img" aria-label={label()} title={label()}>
            <IconOf icon={isJob() ? ListTodo : kindIcon(next().kind)} />
            {short()}
          </span>
        )
      }}
    </Show>
  )
}
