import Ellipsis from 'lucide-solid/icons/ellipsis'
import ListMinus from 'lucide-solid/icons/list-minus'
import Trash from 'lucide-solid/icons/trash'
import { createSignal, Show } from 'solid-js'
import type { Plan } from '../../../../shared/plans/collections.ts'
import type { PlanSheet } from '../../../data/page/plan-sheet.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { IconButton } from '../../../ui/actions/button.tsx'
import { Menu } from '../../../ui/overlays/panes/menu.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { RemoveRows } from '../rows/remove-rows.tsx'

interface PlanMenuProps {
  readonly plan: Plan
  readonly sheet: PlanSheet
  readonly onClose: () => void
}

/** What else can be done with a plan. */
export function PlanMenu(props: PlanMenuProps) {
  const { t } = useWords()
  const acts = useActs()
  const remove = async () => {
    const at = { collection: 'plans', id: props.plan.id } as const
    if (await acts.run('removeRecord', at, t('plans.removed'))) props.onClose()
  }
  const [isChoosing, setChoosing] = createSignal(false)
  return (
    <>
      <Menu
        label={t('plans.actions')}
        trigger={(attributes) => <IconButton {...attributes} icon={Ellipsis} label={t('plans.actions')} />}
        items={[
          {
            label: t('plans.rows.remove'),
            icon: ListMinus,
            disabled: props.sheet.rows.length === 0,
            onSelect: () => setChoosing(true),
          },
          'line',
          { label: t('plans.remove'), icon: Trash, destroys: true, onSelect: () => void remove() },
        ]}
      />
      <Show when={isChoosing()}>
        <RemoveRows sheet={props.sheet} onClose={() => setChoosing(false)} />
      </Show>
    </>
  )
}
