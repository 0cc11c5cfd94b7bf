import CalendarClock from 'lucide-solid/icons/calendar-clock'
import CircleDot from 'lucide-solid/icons/circle-dot'
import UserRound from 'lucide-solid/icons/user-round'
import { type Filter, ME } from '../../../../shared/filters/filter.ts'
import { createCommonActs } from '../../../records/list/bulk/common-acts.tsx'
import type { ListDefinition } from '../../../records/list/definition.ts'
import { namedScopes } from '../../../records/list/named-scopes.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { createJobColumns, FIRST_COLUMNS, type ListedJob } from './columns.tsx'

const OPEN = { field: 'state', is: 'notIn', values: ['done', 'calledOff'] } as const
const MINE = { field: 'performer', is: 'in', values: [ME] } as const

/** The sets of jobs that are offered side by side; the first is the list's own: what one has to do. */
const SCOPES = {
  mine: [OPEN, MINE],
  today: [OPEN, { field: 'due', is: 'during', values: ['today'] }],
  overdue: [OPEN, { field: 'due', is: 'during', values: ['past'] }],
  nobody: [OPEN, { field: 'performer', is: 'empty', values: [] }],
  open: [OPEN],
  all: [],
} as const satisfies { readonly [scope: string]: Filter }

/** The list of jobs. */
export function createJobList(): ListDefinition<ListedJob> {
  const { t } = useWords()
  const acts = createCommonActs('jobs')
  const scopes = namedScopes(SCOPES, (id) => t(`jobs.scopes.${id}`))
  return {
    id: 'jobs',
    collection: 'jobs',
    always: [],
    scopes,
    quick: ['performer', 'state', 'due', 'importance'],
    columns: createJobColumns(),
    acts: [
      acts.field('state', CircleDot),
      acts.field('performer', UserRound),
      acts.field('due', CalendarClock),
      acts.anyField(),
      acts.remove(),
    ],
    first: {
      filter: SCOPES.mine,
      search: '',
      sort: [{ field: 'due', down: false }],
      group: [],
      columns: FIRST_COLUMNS.map((field) => ({ field })),
    },
  }
}
