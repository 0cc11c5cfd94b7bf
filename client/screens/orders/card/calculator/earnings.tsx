import { createMemo, type JSX, Show } from 'solid-js'
import { calculate, type Profit } from '../../../../../shared/orders/sums/profit.ts'
import { MoneyField } from '../../../../ui/inputs/typed/money-field.tsx'
import { SimpleTable } from '../../../../ui/table/simple-table.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import { createLineNames } from '../facts/movements.ts'
import type { CalculatorProps } from './props.ts'

/** What of a line's, or the order's, earnings stands in a column. */
type Figure = 'revenue' | 'cost' | 'markup' | 'margin' | 'profit'

const FIGURES = ['revenue', 'cost', 'markup', 'margin', 'profit'] as const
const TITLES = { revenue: 'revenue', cost: 'costs', markup: 'markup', margin: 'margin', profit: 'profit' } as const

/** Cost, markup and profit of each line, and of all whose cost is known. The cost of a unit is written here. */
export function Earnings(props: CalculatorProps) {
  const { t } = useWords()
  const calculation = createMemo(() => calculate(props.order))
  // By id: a line keeps its row, and so its field, whatever becomes of it.
  const ids = createMemo(() => props.order.lines.map(({ id }) => id))
  const shown = createShown(props)
  const lineName = createLineNames(() => props.order.lines)
  const lineOf = (id: string) => props.order.lines.find((line) => line.id === id)
  const nameOf = (id: string) => lineName({ line: id, product: lineOf(id)?.product ?? null })
  const columns = () => [
    { id: 'name', title: t('trade.calculator.name'), grow: true, cell: (id: string) => <>{nameOf(id)}</> },
    {
      id: 'unit',
      title: t('trade.calculator.cost'),
      width: 150,
      cell: (id: string) => <Cost {...props} id={id} name={nameOf(id)} cost={lineOf(id)?.cost ?? null} />,
    },
    ...FIGURES.map((figure) => ({
      id: figure,
      title: t(`trade.calculator.${TITLES[figure]}`),
      align: 'end' as const,
      cell: (id: string) => <span class="n">{shown(figure, calculation().lines.get(id) ?? null)}</span>,
    })),
  ]
  const footer = (column: string): JSX.Element => {
    const figure = FIGURES.find((one) => one === column)
    if (figure) return <span class="n">{shown(figure, calculation().known)}</span>
    return column === 'name' ? t('trade.calculator.total') : ''
  }
  return (
    <>
      <SimpleTable
        label={t('trade.calculator.title')}
        rows={ids()}
        columns={columns()}
        footer={footer}
        empty={<p class="dim">{t('orders.lines.empty')}</p>}
      />
      <Show when={calculation().unknown > 0}>
        <p class="dim">{t('trade.calculator.unknown', { n: calculation().unknown })}</p>
      </Show>
    </>
  )
}

/** Writes a figure; a dash where there is none. */
function createShown(props: CalculatorProps) {
  const { format } = useWords()
  return (figure: Figure, profit: Profit | null) => {
    const value = profit?.[figure] ?? null
    if (value === null) return '—'
    const isShare = figure === 'markup' || figure === 'margin'
    return isShare ? format.percent(value, 2) : format.money(value, props.currency, { bare: true })
  }
}

interface CostProps extends CalculatorProps {
  /** The line. */
  readonly id: string
  readonly name: string
  readonly cost: number | null
}

/** What a unit costs the company. */
function Cost(props: CostProps) {
  const { t } = useWords()
  return (
    <MoneyField
      bare
      label={t('trade.calculator.costOf', { name: props.name })}
      currency={props.currency}
      min={0}
      readOnly={props.readOnly}
      value={props.cost}
      onCommit={(cost) => props.editor.setLine(props.id, { cost })}
    />
  )
}
