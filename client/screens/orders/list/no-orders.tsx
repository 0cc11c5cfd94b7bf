import { EmptyState } from '../../../ui/signs/empty-state.tsx'
import { NewOrderButton } from '../new-order.tsx'

/** What is given where a list of orders or drafts has none. */
export interface NoOrdersProps {
  readonly title: string
  readonly text: string
  readonly onCreate: () => void
}

/** In place of orders: why there are none, and a new one for whoever may write. */
export function NoOrders(props: NoOrdersProps) {
  return (
    <EmptyState title={props.title} text={props.text}>
      <NewOrderButton onCreate={props.onCreate} />
    </EmptyState>
  )
}
