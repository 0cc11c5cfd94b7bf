import Plus from 'lucide-solid/icons/plus'
import { Show } from 'solid-js'
import { useMayWrite } from '../../../records/rights.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { EmptyState } from '../../../ui/layout/empty-state.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** What is given where a list of orders or drafts has none. */
export interface NoOrdersProps {
  readonly title: string
  readonly text: string
  readonly onCreate: () => void
}

/** In place of orders: why there are none, and a new one for whoever may write. */
export function NoOrders(props: NoOrdersProps) {
  const { t } = useWords()
  const mayWrite = useMayWrite('orders')
  return (
    <EmptyState title={props.title} text={props.text}>
      <Show when={mayWrite}>
        <Button icon={Plus} look="primary" onClick={() => props.onCreate()}>
          {t('orders.create')}
        </Button>
      </Show>
    </EmptyState>
  )
}
