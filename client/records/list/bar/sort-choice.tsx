import { Select } from '../../../ui/inputs/choice/select.tsx'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { ListState } from '../state.ts'

/** What the choice of the order is given. */
export interface SortChoiceProps {
  readonly columns: readonly { readonly id: string; readonly title: string; readonly sortable?: boolean | undefined }[]
  readonly state: ListState
}

/** In which order rows stand, where no heads of columns say it. */
export function SortChoice(props: SortChoiceProps) {
  const { t } = useWords()
  const first = () => props.state.view().sort[0]
  const options = () =>
    props.columns.filter(({ sortable }) => sortable).map(({ id, title }) => ({ value: id, label: title }))
  return (
    <div class="sort-choice">
      <Select
        label={t('lists.order.by')}
        value={first()?.field ?? null}
        options={options()}
        onCommit={(field) => field !== null && props.state.change({ sort: [{ field, down: first()?.down ?? false }] })}
      />
      <Segmented
        bare
        label={t('lists.order.way')}
        value={first()?.down ? 'down' : 'up'}
        options={(['up', 'down'] as const).map((value) => ({ value, label: t(`lists.order.${value}`) }))}
        onCommit={(way) => {
          const sort = first()
          if (sort) props.state.change({ sort: [{ field: sort.field, down: way === 'down' }] })
        }}
      />
    </div>
  )
}
