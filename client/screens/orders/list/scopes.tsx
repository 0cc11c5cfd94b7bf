import type { NamedScope } from '../../../records/list/definition.ts'
import type { ListState } from '../../../records/list/state.ts'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** What the choice between orders and drafts is given. */
export interface OrderScopesProps {
  readonly scopes: readonly NamedScope[]
  readonly state: ListState
  readonly isDrafts: boolean
  readonly onDrafts: () => void
}

/** The scope that is none: it stands in the address in the place of one. */
export const DRAFTS = 'drafts'

/** «В работе», «Мои», «Все», and the drafts of this device, which are no records yet. */
export function OrderScopes(props: OrderScopesProps) {
  const { t } = useWords()
  const choose = (id: string) => {
    const scope = props.scopes.find((one) => one.id === id)
    if (scope) props.state.setScope(scope)
    else props.onDrafts()
  }
  return (
    <Segmented
      bare
      label={t('lists.scope')}
      value={props.isDrafts ? DRAFTS : props.state.scope().id}
      options={[...props.scopes, { id: DRAFTS, label: t('orders.filters.drafts') }].map(({ id, label }) => ({
        value: id,
        label,
      }))}
      onCommit={choose}
    />
  )
}
