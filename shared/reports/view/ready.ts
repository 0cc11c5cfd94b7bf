import { firstView, type ReportView } from './view.ts'

const byName = { by: 'name', down: false } as const
const most = <M extends ReportView['measures'][number]>(by: M) => ({ by, down: true }) as const

/** The reports to begin from. */
export const READY = {
  sales: {
    ...firstView('sales'),
    rows: ['category'],
    columns: 'month',
    measures: ['sum'],
    period: 'thisYear',
    sort: most('sum'),
  },
  profit: {
    ...firstView('sales'),
    rows: ['manager'],
    measures: ['sum', 'cost', 'profit', 'margin'],
    period: 'thisYear',
    compare: 'lastYear',
    sort: most('profit'),
  },
  debts: { ...firstView('debts'), rows: ['customer'], columns: 'age', measures: ['theyOwe'], sort: most('theyOwe') },
  states: { ...firstView('orders'), rows: ['kind', 'state'], measures: ['count', 'sum'], sort: byName },
  standing: {
    ...firstView('orders'),
    rows: ['manager', 'state'],
    measures: ['standing', 'count', 'sum'],
    sort: most('standing'),
  },
  late: {
    ...firstView('orders'),
    rows: ['manager', 'customer'],
    measures: ['late', 'count', 'sum'],
    sort: most('late'),
  },
  events: {
    ...firstView('events'),
    rows: ['manager'],
    measures: ['count', 'calls', 'incoming', 'outgoing', 'missed', 'letters', 'meetings'],
    period: 'thisMonth',
    sort: most('count'),
  },
  calls: {
    ...firstView('calls'),
    rows: ['manager'],
    columns: null,
    measures: ['count', 'talks', 'missed', 'answered', 'minutes'],
    period: 'thisMonth',
    sort: most('count'),
  },
  losses: {
    ...firstView('losses'),
    rows: ['reason', 'state'],
    measures: ['count', 'sum', 'share'],
    period: 'thisYear',
    sort: most('sum'),
  },
} as const satisfies Readonly<Record<string, ReportView>>
export type ReadyReport = keyof typeof READY
