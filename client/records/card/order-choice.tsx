import { createSignal } from 'solid-js'
import type { Sort } from '../../../shared/orders/collections.ts'
import type { OrderItem } from '../../../shared/orders/order-item.ts'
import { Combobox } from '../../ui/inputs/choice/combobox.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { createFound, type Sought } from './found.ts'

export interface OrderChoiceProps {
  readonly label: string
  readonly value: string | null
  /** Its number. */
  readonly text?: string | undefined
  /** Whose orders are offered; all without it. */
  readonly customer?: string | null | undefined
  readonly sort?: Sort | undefined
  readonly readOnly?: boolean | undefined
  readonly onChoose: (order: OrderItem | null) => unknown
}

/**
 * An order, found by what is typed. Among the customer's; without one among all, and before one types among those that are
 * open, the latest first.
 */
export function OrderChoice(props: OrderChoiceProps) {
  const { format } = useWords()
  const [search, setSearch] = createSignal('')
  const found = createFound(() => (props.readOnly ? null : soughtBy(props, search())))
  const label = ({ number, customerName, date }: OrderItem) =>
    [number, customerName, date === null ? null : format.day(date)].filter(Boolean).join(' · ')
  return (
    <Combobox
      label={props.label}
      value={props.value}
      text={props.text}
      options={found.rows().map((row) => ({ value: row.id, label: label(row) }))}
      total={found.count()}
      loading={found.isLoading()}
      onSearch={(text) => setSearch(text.trim())}
      readOnly={props.readOnly}
      onCommit={(id) => props.onChoose(found.rows().find((row) => row.id === id) ?? null)}
    />
  )
}

function soughtBy({ customer = null, sort }: OrderChoiceProps, search: string): Sought<'orders'> {
  const open = [{ field: 'completed', is: 'equal', values: [false] }] as const
  const own = [{ field: 'customer', is: 'equal', values: [customer] }] as const
  const first = customer !== null ? own : search === '' ? open : []
  return {
    collection: 'orders',
    filter: [...first, ...(sort ? [{ field: 'sort', is: 'equal', values: [sort] } as const] : [])],
    search,
    sort: [{ field: 'date', down: true }],
  }
}
