import type { LineBehind } from '../../../data/queries/plans/fact/query.ts'
import type { Column } from '../../../ui/table/table.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { usePlanFact } from '../context.tsx'

type Line = LineBehind & { readonly at: number }

/** The columns of lines behind a fact, or behind what is expected: there with their weights. */
export function useLineColumns(of: () => 'fact' | 'ahead'): () => Column<Line>[] {
  const { t, format } = useWords()
  const { view, words } = usePlanFact()
  const weight = ({ weight: one }: Line) => {
    if (!one) return ''
    const { won, ended } = one
    return t('planFact.weightOf', { share: format.percent(Math.round((won * 100) / ended)), won, ended })
  }
  const figure = (value: number) => words.figure(view().measure, value)
  const common = (): Column<Line>[] => [
    { id: 'number', title: t('planFact.order'), width: 88, cell: (row) => <>{row.number}</> },
    { id: 'day', title: t('planFact.day'), width: 104, cell: (row) => <span class="dim">{format.date(row.day)}</span> },
    {
      id: 'customer',
      title: t('planFact.customer'),
      width: 120,
      grow: true,
      yields: 1,
      cell: (row) => <>{row.customer}</>,
    },
    { id: 'product', title: t('planFact.product'), width: 120, grow: true, cell: (row) => <>{row.product}</> },
  ]
  const weights = (): Column<Line>[] => [
    { id: 'state', title: t('planFact.state'), width: 120, yields: 2, cell: (row) => <>{row.weight?.state}</> },
    {
      id: 'left',
      title: t('planFact.left'),
      width: 112,
      align: 'end',
      yields: 3,
      cell: (row) => <>{words.figure('sum', row.weight?.sum ?? null)}</>,
    },
    { id: 'weight', title: t('planFact.weight'), width: 132, align: 'end', cell: (row) => <>{weight(row)}</> },
  ]
  return () => [
    ...common(),
    ...(of() === 'ahead' ? weights() : []),
    {
      id: 'figure',
      title: t(`planFact.measures.${view().measure}`),
      width: 116,
      align: 'end',
      cell: (row) => <>{figure(row[view().measure])}</>,
    },
  ]
}
