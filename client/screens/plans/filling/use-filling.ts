import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js'
import { type FilledRow, filling } from '../../../../shared/plans/filling/fill.ts'
import { sourceDays } from '../../../../shared/plans/filling/source.ts'
import type { PlanSheet } from '../../../data/page/plan-sheet.ts'
import { useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import type { FillAsk } from './asked.ts'
import { type Facts, soldBy } from './facts.ts'
import { plannedBy } from './other-plan.ts'

/** What was found of the source, for the ask that it answers. */
interface Found extends Facts {
  readonly of: string
}

/** What filling a plan would change; undefined while its source is asked for. */
export function createFilling(sheet: Accessor<PlanSheet>, ask: Accessor<FillAsk>) {
  const client = useData()
  const acts = useActs()
  const [found, setFound] = createSignal<Found>()
  const start = createMemo(() => ask().start)
  const skipped = createMemo(() =>
    Math.max(
      0,
      sheet().periods.findIndex(({ id }) => id === start()),
    ),
  )
  const filled = () => sheet().periods.slice(skipped())
  /** What the source depends on: shares and rounding ask for nothing anew. */
  const source = createMemo(() => {
    const { from, begin, end, plan } = ask()
    return JSON.stringify({ from, begin, end, plan, periods: filled(), first: sheet().plan?.first })
  })
  const find = async (): Promise<Facts> => {
    const { from, begin, end, plan: id } = ask()
    const plan = sheet().plan
    if (plan === null || (from === 'plan' && id === null)) return { rows: [], names: {} }
    if (from === 'facts') return soldBy(client, plan, sourceDays(filled(), { from: begin, until: end }))
    const other = await client.once({ what: 'plan', id: id ?? '' })
    const span = { from: other.plan?.from ?? '', until: other.plan?.until ?? '' }
    return { rows: plannedBy(other, sourceDays(filled(), span)), names: { plan: namesOf(other) } }
  }
  createEffect(
    on(source, (of) => {
      setFound(undefined)
      void acts.attempt(async () => {
        const facts = await find()
        if (source() === of) setFound({ ...facts, of })
      })
    }),
  )
  const rows = createMemo((): readonly FilledRow[] | undefined => {
    const [facts, none] = [found(), Array.from({ length: skipped() }, () => null)]
    return (
      facts &&
      filling(
        sheet(),
        facts.rows.map((row) => behind(row, none)),
        ask(),
      )
    )
  })
  return { rows, names: () => found()?.names ?? {} }
}

/** Figures of the periods behind those that are left out. */
function behind<R extends Facts['rows'][number]>(row: R, none: readonly null[]): R {
  return none.length === 0 ? row : { ...row, sum: [...none, ...row.sum], quantity: [...none, ...row.quantity] }
}

function namesOf({ rows }: Pick<PlanSheet, 'rows'>): { readonly [key: string]: string } {
  const named = rows.flatMap(({ first, second, names }) => [
    [first, names[0]],
    [second, names[1]],
  ])
  return Object.fromEntries(named.flatMap(([key, name]) => (key && name ? [[key, name] as const] : [])))
}
