import { createSignal } from 'solid-js'
import type { ProductGroup } from '../../../../shared/goods/collections.ts'
import { groupsInOrder, withBelow } from '../../../../shared/goods/groups/tree.ts'
import { createChecked } from '../../../ui/forms/checks.ts'
import { SentForm } from '../../../ui/forms/sent-form.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
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
  const [name, setName] = createSignal<string | null>(props.name)
  const text = () => name()?.trim() ?? ''
  const label = () => t('records.productGroups.fields.name')
  const checked = createChecked({
    name: () => (text() === '' ? t('common.fields.required', { label: label() }) : undefined),
  })
  return (
    <Dialog open title={props.title} onClose={() => props.onClose()}>
      <SentForm
        submit={t('common.save')}
        checked={checked}
        onSubmit={async () => {
          await props.onName(text())
          props.onClose()
        }}
      >
        <TextField
          required
          autofocus
          label={label()}
          value={name()}
          maxLength={500}
          error={checked.errorOf('name')}
          onCommit={setName}
        />
      </SentForm>
    </Dialog>
  )
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
