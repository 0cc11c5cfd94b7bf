import type { SheetTable, SheetValue } from '../../../../shared/lists/sheet.ts'
import type { Held } from '../../../../shared/plans/fact/figures.ts'
import type { Column, Paper } from '../../../../shared/print/paper.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { usePlanFact } from '../context.tsx'
import type { HeldCell, HeldRow } from '../view/rows.ts'
import { scaleOf } from '../view/words.ts'

/** The comparison as a paper and as a table for spreadsheets; null until it is here. */
export function usePrint(): { readonly paper: () => Paper | null; readonly sheet: () => SheetTable | null } {
  return { paper: usePaper(), sheet: useSheet() }
}

/** Two tables: the rows over the whole plan, and the total by periods. */
function usePaper(): () => Paper | null {
  const { t, language, format } = useWords()
  const { answer, rows, view, words } = usePlanFact()
  const figure = (value: number | null) => words.figure(view().measure, value)
  const heldText = ({ plan, deviation, done }: Held) => [
    figure(plan),
    `${deviation > 0 ? '+' : ''}${figure(deviation)}`,
    done === null ? '–' : format.percent(done, 2),
  ]
  const cellText = ({ fact, plans }: HeldCell) => {
    const empty =
      answer()
        ?.plans.slice(plans.length)
        .flatMap(() => ['', '', '']) ?? []
    return [figure(fact), ...plans.flatMap(heldText), ...empty]
  }
  const columns = (head: string): Column[] => [
    { head, align: 'left', grows: true },
    right(t('planFact.columns.fact')),
    ...(answer()?.plans ?? []).flatMap(() =>
      (['plan', 'deviation', 'done'] as const).map((name) => right(t(`planFact.columns.${name}`))),
    ),
    right(t('planFact.byPace')),
    right(t('planFact.byOpen')),
  ]
  const rowOf = (row: HeldRow) => [words.row(row), ...cellText(row.whole), figure(row.end.pace), figure(row.end.open)]
  return () => {
    const [present, total] = [answer(), rows().at(-1)]
    if (!present || !total) return null
    const byPeriod = present.periods.map((period, at) => {
      const cell = total.cells[at] ?? total.whole
      return [words.period(period), ...cellText(cell), figure(total.paces[at] ?? null), figure(total.opens[at] ?? null)]
    })
    const title = t('planFact.title')
    return {
      ...{ title, language: language(), wide: true },
      blocks: [
        { is: 'title', text: title },
        ...present.plans.map((plan) => ({ is: 'text', text: `${words.plan(plan)}, ${words.days(plan)}` }) as const),
        {
          is: 'text',
          text: `${t(`planFact.measures.${view().measure}`)}. ${t(`planFact.modes.${view().mode}`)}`,
          look: 'small',
        },
        { is: 'table', columns: columns(t('planFact.columns.row')), rows: rows().map(rowOf) },
        { is: 'table', columns: columns(t('planFact.period')), rows: byPeriod },
        ...[t('planFact.rulePace'), t('planFact.ruleOpen')].map(
          (text) => ({ is: 'text', text, look: 'small' }) as const,
        ),
      ],
    }
  }
}

/** Every row with all of its periods, as numbers. */
function useSheet(): () => SheetTable | null {
  const { t } = useWords()
  const { answer, rows, view, words, currency } = usePlanFact()
  const scale = () => scaleOf(view().measure, currency())
  const number = (value: number | null, digits = scale()): SheetValue =>
    value === null ? null : { is: 'number', value, scale: digits }
  const cellOf = ({ fact, plans }: HeldCell): SheetValue[] => [
    number(fact),
    ...(answer()?.plans ?? []).flatMap((_, at) => {
      const { plan = null, deviation = null, done = null } = plans[at] ?? {}
      return [number(plan), number(deviation), number(done, 2)]
    }),
  ]
  const headsOf = (name: string) => [
    `${name}: ${t('planFact.columns.fact')}`,
    ...(answer()?.plans ?? []).flatMap((plan) =>
      [t('planFact.columns.plan'), t('planFact.columns.deviation'), `${t('planFact.columns.done')}, %`].map((head) =>
        (answer()?.plans.length ?? 0) > 1 ? `${name}: ${head}, ${words.plan(plan)}` : `${name}: ${head}`,
      ),
    ),
  ]
  return () => {
    const present = answer()
    if (!present) return null
    const names = [...present.periods.map(words.period), t('planFact.total')]
    const expected = [t('planFact.columns.pace'), t('planFact.columns.open')]
    return {
      heads: [t('planFact.columns.row'), ...names.flatMap(headsOf), ...expected],
      rows: rows().map((row) => [
        { is: 'text', text: words.row(row) },
        ...[...row.cells, row.whole].flatMap(cellOf),
        number(row.end.pace),
        number(row.end.open),
      ]),
    }
  }
}

function right(head: string): Column {
  return { head, align: 'right' }
}
