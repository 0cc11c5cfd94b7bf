import ArrowDown from 'lucide-solid/icons/arrow-down'
import ArrowUp from 'lucide-solid/icons/arrow-up'
import { IconButton } from '../../../ui/actions/button.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import { COLUMNS } from '../figures/columns.ts'
import { useTitles } from '../figures/use-titles.ts'

/** By what the groups are sorted, where there are no heads of columns to press. */
export function Order() {
  const { t } = useWords()
  const funnel = useFunnel()
  const { title } = useTitles()
  const order = () => funnel.view().order
  const options = () => [
    { value: 'name', label: t('funnel.name') },
    ...funnel.columns().map((column) => ({ value: column, label: title(column) })),
  ]
  const choose = (value: string | null) => {
    const by = COLUMNS.find((column) => column === value) ?? 'name'
    funnel.change({ order: { by, down: by !== 'name' } })
  }
  return (
    <div class="order">
      <Select
        label={t('funnel.orderBy')}
        class="order-pick"
        bare
        value={order().by}
        options={options()}
        onCommit={choose}
      />
      <IconButton
        icon={order().down ? ArrowDown : ArrowUp}
        look="plain"
        label={t(order().down ? 'common.table.sortDown' : 'common.table.sortUp')}
        onClick={() => funnel.change({ order: { ...order(), down: !order().down } })}
      />
    </div>
  )
}
