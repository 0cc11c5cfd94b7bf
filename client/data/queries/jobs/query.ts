import type { LoadColumn, LoadRow, LoadUnit } from '../../../../shared/jobs/load-table.ts'

/** The timers of whoever looks that nobody has stopped. */
export interface TimersQuery {
  readonly what: 'timers'
}

export interface TimersAnswer {
  readonly what: 'timers'
  readonly running: RunningTimer | null
  /** Jobs with a timer of his that another one overtook or that was closed under it (jobs/SPEC Q27, Q36), and that other one's; none where there is nothing to write down. */
  readonly unsettled: readonly string[]
}

/** The timer that runs. */
export interface RunningTimer {
  readonly id: string
  readonly job: string
  readonly entry: string
  readonly subject: string | null
  /** Instant, ms. */
  readonly from: number
  /** Of the company: where its midnight is. */
  readonly zone: string
}

/** The load by person, from a day on. */
export interface LoadQuery {
  readonly what: 'load'
  readonly unit: LoadUnit
  /** Plain date; null: today. */
  readonly from: string | null
  /** How many days or weeks. */
  readonly count: number
}

export interface LoadAnswer {
  readonly what: 'load'
  readonly columns: readonly LoadColumn[]
  readonly rows: readonly NamedLoad[]
}

export interface NamedLoad extends LoadRow {
  /** Null: of nobody. */
  readonly name: string | null
}
