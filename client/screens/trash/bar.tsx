import { Show } from 'solid-js'
import { REMOVABLE, type Removable } from '../../../shared/collections.ts'
import type { TrashAnswer } from '../../data/queries/query.ts'
import { manyLabel } from '../../records/words/labels.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Select } from '../../ui/inputs/choice/select.tsx'
import { SearchField } from '../../ui/inputs/typed/search-field.tsx'
import type { ChosenRows } from '../../ui/table/handling/create-selection.ts'
import { useWords } from '../../ui/words/words.tsx'

/** What the bar over the removed records is given. */
export interface TrashBarProps {
  readonly within: Removable | null
  readonly onWithin: (collection: Removable | null) => void
  readonly search: string
  readonly onSearch: (text: string) => void
  readonly counts: TrashAnswer['counts']
  readonly found: number
  readonly chosen: ChosenRows
}

const ALL = 'all'

/** Of which collection, what is searched for, and how many are chosen. */
export function TrashBar(props: TrashBarProps) {
  const { t } = useWords()
  const total = () => REMOVABLE.reduce((sum, name) => sum + (props.counts[name] ?? 0), 0)
  const shown = () => REMOVABLE.filter((name) => props.counts[name] !== undefined || name === props.within)
  const options = () => [
    { value: ALL, label: t('trash.all', { n: total() }) },
    ...shown().map((name) => ({
      value: name,
      label: t('trash.one', { kind: t(manyLabel(name)), n: props.counts[name] ?? 0 }),
    })),
  ]
  return (
    <>
      <Select
        bare
        class="trash-in"
        label={t('trash.in')}
        value={props.within ?? ALL}
        options={options()}
        onCommit={(value) => props.onWithin(REMOVABLE.find((name) => name === value) ?? null)}
      />
      <SearchField label={t('trash.search')} value={props.search} onInput={(text) => props.onSearch(text)} />
      <div class="trash-chosen">
        <Show when={props.chosen.count > 0} fallback={<ChooseAll {...props} />}>
          <span role="status">{t('trash.chosen', { n: props.chosen.count })}</span>
          <Button look="ghost" size="small" onClick={() => props.chosen.clear()}>
            {t('common.clear')}
          </Button>
        </Show>
      </div>
    </>
  )
}

function ChooseAll(props: Pick<TrashBarProps, 'found' | 'chosen'>) {
  const { t } = useWords()
  return (
    <Show when={props.found > 1}>
      <Button look="ghost" size="small" onClick={() => props.chosen.all()}>
        {t('trash.chooseAll')}
      </Button>
    </Show>
  )
}
