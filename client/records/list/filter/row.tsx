import Ellipsis from 'lucide-solid/icons/ellipsis'
import { createMemo, Show } from 'solid-js'
import type { Comparison, FilterRow, FilterValue } from '../../../../shared/filters/filter.ts'
import { problemOf } from '../../../../shared/filters/problems.ts'
import { comparisonsOf } from '../../../../shared/filters/values/comparisons.ts'
import type { Field } from '../../../../shared/records/declarations/fields.ts'
import { IconButton } from '../../../ui/actions/button.tsx'
import { Combobox } from '../../../ui/inputs/choice/combobox.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { Checkbox } from '../../../ui/inputs/toggles/checkbox.tsx'
import { Menu, type MenuItem } from '../../../ui/overlays/panes/menu.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createComparisonLabel } from './comparison-label.ts'
import { useFilterGround } from './context.tsx'
import { PeriodPick } from './period-pick.tsx'
import { compared, freshRow, withField } from './rows.ts'
import { ValueInput } from './value-input.tsx'

/** What a row of a filter is given. */
export interface RowProps {
  readonly row: FilterRow
  /** What it is called for screen readers: «Условие 2». */
  readonly label: string
  /** Acts on it as a member of its group. */
  readonly acts: readonly MenuItem[]
  readonly readOnly?: boolean | undefined
  readonly onChange: (row: FilterRow) => void
  readonly onSwitch: (isOn: boolean) => void
}

/** One condition: whether it is on, its field, the comparison that fits, and what to compare with. */
export function Row(props: RowProps) {
  const { t } = useWords()
  const ground = useFilterGround()
  const field = createMemo(() => ground.fieldOf(props.row.field))
  /** The field, of whatever period. */
  const bare = () => ground.periods?.with(props.row.field, null) ?? props.row.field
  const fields = () => ground.fields.map((name) => ({ value: name, label: ground.labelOf(name) }))
  return (
    <fieldset
      class="filter-row"
      classList={{ off: props.row.off ?? false }}
      aria-label={props.label}
      disabled={props.readOnly}
    >
      <Checkbox bare label={t('lists.filter.on')} checked={!props.row.off} onCommit={(isOn) => props.onSwitch(isOn)} />
      <Combobox
        bare
        required
        class="filter-field"
        label={t('lists.filter.field')}
        options={fields()}
        value={bare()}
        text={ground.labelOf(bare())}
        onCommit={(name) => name !== null && props.onChange(withField(props.row, ground.fieldOf, name))}
      />
      <Show when={field()}>
        {(declared) => (
          <>
            <Show when={ground.periods?.isTaken(props.row.field) && ground.periods}>
              {(periods) => (
                <PeriodPick
                  within={periods().of(props.row.field)}
                  onPick={(within) => props.onChange({ ...props.row, field: periods().with(props.row.field, within) })}
                />
              )}
            </Show>
            <ComparisonPick
              row={props.row}
              field={declared()}
              onPick={(is) => props.onChange(compared(props.row, declared(), is))}
            />
            <ValueInput
              row={props.row}
              field={declared()}
              onChange={(values: readonly FilterValue[]) => props.onChange({ ...props.row, values })}
            />
          </>
        )}
      </Show>
      <Show when={!props.readOnly}>
        <Menu
          label={t('lists.filter.acts')}
          placement="bottom-end"
          items={props.acts}
          trigger={(attributes) => (
            <IconButton {...attributes} class="filter-acts" icon={Ellipsis} label={t('lists.filter.acts')} />
          )}
        />
      </Show>
      <Problem row={props.row} />
    </fieldset>
  )
}

interface ComparisonPickProps {
  readonly row: FilterRow
  readonly field: Field
  readonly onPick: (is: Comparison) => void
}

function ComparisonPick(props: ComparisonPickProps) {
  const { t } = useWords()
  const label = createComparisonLabel()
  return (
    <Select
      bare
      class="filter-comparison"
      label={t('lists.filter.comparison')}
      value={props.row.is}
      options={comparisonsOf(props.field).map((value) => ({ value, label: label(value, props.field) }))}
      onCommit={(value) => {
        const is = comparisonsOf(props.field).find((one) => one === value)
        if (is) props.onPick(is)
      }}
    />
  )
}

/** Why the row says nothing, or what it names that is removed. */
function Problem(props: { readonly row: FilterRow }) {
  const { t } = useWords()
  const ground = useFilterGround()
  const values = ground.valuesOf(() => props.row.field)
  const gone = () => props.row.values.map(values.nameOf).filter((one) => one.isGone)
  const text = () => {
    const why = problemOf(props.row, ground.fieldOf)
    if (why !== undefined && (why !== 'unfinished' || ground.isStrict))
      return t(`lists.filter.problems.${why}`, { field: props.row.field })
    if (gone().length === 0) return undefined
    return t('lists.filter.problems.gone', {
      names: gone()
        .map(({ name }) => name)
        .join(', '),
    })
  }
  return (
    <Show when={text()}>
      <p class="filter-problem" role="alert">
        {text()}
      </p>
    </Show>
  )
}

/** A row to begin with. */
export function createFreshRow(): () => FilterRow {
  const ground = useFilterGround()
  return () => freshRow(ground.fieldOf, ground.fields)
}
