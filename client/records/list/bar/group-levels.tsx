import { createMemo, For } from 'solid-js'
import type { CollectionName } from '../../../../shared/collections.ts'
import { hasField } from '../../../../shared/features/places.ts'
import { canGroup, listFields } from '../../../../shared/lists/fields.ts'
import { Button } from '../../../ui/actions/button.tsx'
import type { Option } from '../../../ui/inputs/choice/option.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createFieldLabel } from '../table/field-label.ts'

/** What the choice of groups is given. */
export interface GroupLevelsProps {
  readonly collection: CollectionName
  /** Fields whose groups are not offered: all records of the list share one. */
  readonly without: readonly string[]
  readonly group: readonly string[]
  readonly onChange: (group: readonly string[]) => void
  readonly onCloseAll: () => void
  readonly onOpenAll: () => void
}

/** More levels than this, and a list is all heads. */
const MOST_LEVELS = 3

/** What the list is grouped by, level by level. */
export function GroupLevels(props: GroupLevelsProps) {
  const { t } = useWords()
  const options = createGroupOptions(props)
  const levels = () => [...props.group, null].slice(0, MOST_LEVELS)
  const set = (level: number, by: string | null) =>
    props.onChange(by === null ? props.group.slice(0, level) : props.group.toSpliced(level, 1, by))
  return (
    <>
      <For each={levels()}>
        {(by, level) => (
          <Select
            clearable
            label={t(level() === 0 ? 'lists.groups.first' : 'lists.groups.next')}
            placeholder={t('lists.groups.none')}
            value={by}
            options={options().filter(({ value }) => value === by || !props.group.includes(value))}
            onCommit={(value) => set(level(), value)}
          />
        )}
      </For>
      <div class="group-acts">
        <Button look="ghost" size="small" disabled={props.group.length === 0} onClick={() => props.onCloseAll()}>
          {t('lists.groups.closeAll')}
        </Button>
        <Button look="ghost" size="small" disabled={props.group.length === 0} onClick={() => props.onOpenAll()}>
          {t('lists.groups.openAll')}
        </Button>
      </div>
    </>
  )
}

function createGroupOptions(props: GroupLevelsProps): () => readonly Option[] {
  const { t } = useWords()
  const labelOf = createFieldLabel(() => props.collection)
  return createMemo(() =>
    Object.entries(listFields(props.collection)).flatMap(([name, { type }]) => {
      if (!hasField(props.collection, name) || !canGroup(props.collection, name) || props.without.includes(name))
        return []
      const field = labelOf(name)
      if (type !== 'date' && type !== 'instant') return [{ value: name, label: field }]
      return [
        { value: `${name}:day`, label: t('lists.groups.byDay', { field }) },
        { value: `${name}:month`, label: t('lists.groups.byMonth', { field }) },
        { value: `${name}:year`, label: t('lists.groups.byYear', { field }) },
      ]
    }),
  )
}
