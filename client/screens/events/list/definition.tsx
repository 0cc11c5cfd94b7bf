import CircleCheck from 'lucide-solid/icons/circle-check'
import UserRound from 'lucide-solid/icons/user-round'
import { type EventKind, OPEN_STATES } from '../../../../shared/events/collections.ts'
import type { EventItem } from '../../../../shared/events/event-item.ts'
import { ME } from '../../../../shared/filters/filter.ts'
import { createCommonActs } from '../../../records/list/bulk/common-acts.tsx'
import type { ListDefinition, NamedScope } from '../../../records/list/definition.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { createEventColumns, FIRST_COLUMNS } from './columns.tsx'

const OPEN = { field: 'state', is: 'in', values: [...OPEN_STATES] } as const
const MINE = { field: 'responsible', is: 'in', values: [ME] } as const

/** The sets of events that are offered side by side. */
const SCOPES = { ahead: [OPEN], mine: [MINE], all: [] } as const

/** Fields that one act does not set for many events: whom each is about, and when. */
const OWN = ['subject', 'start', 'end', 'contact', 'address', 'basis', 'text'] as const

/** The list of the events of one kind, or of all. */
export function createEventList(kind: EventKind | null): ListDefinition<EventItem> {
  const { t } = useWords()
  const acts = createCommonActs('events', OWN)
  return {
    id: kind === null ? 'events' : `events/${kind}`,
    collection: 'events',
    always: kind === null ? [] : [{ field: 'kind', is: 'in', values: [kind] }],
    scopes: (['all', 'ahead', 'mine'] as const).map(
      (id): NamedScope => ({
        id,
        filter: SCOPES[id],
        get label() {
          return t(`events.scopes.${id}`)
        },
      }),
    ),
    quick: [...(kind === null ? ['kind'] : []), 'state', 'responsible', 'start', 'overdue'],
    columns: createEventColumns(),
    acts: [acts.field('state', CircleCheck), acts.field('responsible', UserRound), acts.anyField(), acts.remove()],
    first: {
      filter: [],
      search: '',
      sort: [{ field: 'start', down: true }],
      group: [],
      columns: FIRST_COLUMNS.map((field) => ({ field })),
    },
  }
}
