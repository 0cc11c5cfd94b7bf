import { createSignal } from 'solid-js'
import type { ProductGroup } from '../../../../shared/goods/collections.ts'
import { groupsInOrder, withBelow } from '../../../../shared/goods/groups/tree.ts'
import { NameDialog } from '../../../records/name-dialog.tsx'
import { SentForm } from '../../../ui/forms/sent-form.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { groupOption } from './group-option.ts'

interface NameProps {
  readonly title: string
  /** As it is called so far. */
  readonly name: string
  readonly onName: (name: string) => Promise<unknown>
  readonly onClose: () => void
}

/** Asks how a group is called. */
export function GroupName(props: NameProps) {
  const { t } = useWords()
  return <NameDialog {...props} label={t('records.productGroups.fields.name')} maxLength={500} />
}

interface PlaceProps {
  readonly group: ProductGroup
  readonly all: readonly ProductGroup[]
  readonly onPut: (into: string | null) => void
  readonly onClose: () => void
}

/** Stands for no group. */
const TOP = ''

/** Asks into which group a group is put: what dragging does, for keys and fingers. */
export function GroupPlace(props: PlaceProps) {
  const { t } = useWords()
  const [into, setInto] = createSignal(props.group.parent ?? TOP)
  const places = () => {
    const below = withBelow(props.all, props.group.id)
    const free = groupsInOrder(props.all).filter(({ group }) => !below.has(group.id))
    return [
      { value: TOP, label: t('goods.groups.top') },
      ...free.map(({ group, depth }) => groupOption(group, depth + 1)),
    ]
  }
  return (
    <Dialog open title={t('goods.groups.move', { name: props.group.name ?? '' })} onClose={() => props.onClose()}>
      <SentForm
        submit={t('goods.groups.moveHere')}
        onSubmit={async () => {
          props.onPut(into() || null)
          props.onClose()
        }}
      >
        <Select
          label={t('records.productGroups.fields.parent')}
          value={into()}
          options={places()}
          onCommit={(value) => void setInto(value ?? TOP)}
        />
      </SentForm>
    </Dialog>
  )
}
