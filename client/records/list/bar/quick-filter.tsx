import ChevronDown from 'lucide-solid/icons/chevron-down'
import { For, Show } from 'solid-js'
import type { Filter, FilterRow, FilterValue } from '../../../../shared/filters/filter.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { MultiChoice } from '../../../ui/inputs/choice/multi-choice.tsx'
import { Popover } from '../../../ui/overlays/panes/popover.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useFilterGround } from '../filter/context.tsx'
import { QUICK_PERIODS, quickRow, withQuickRow } from './quick-row.ts'

/** What a filter of one field is given. */
export interface QuickFilterProps {
  readonly field: string
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
}

/** A filter of one field over the list: a button that says what is chosen; it changes the row of the filter that says so. */
export function QuickFilter(props: QuickFilterProps) {
  const { t } = useWords()
  const ground = useFilterGround()
  const isOfDays = () => ['date', 'instant'].includes(ground.fieldOf(props.field)?.type ?? '')
  const row = () => quickRow(props.filter, props.field, isOfDays() ? 'during' : 'in')
  const values = () => row()?.values ?? []
  const isFlag = () => ground.fieldOf(props.field)?.type === 'flag'
  const set = (chosen: readonly FilterValue[]) => {
    const next: FilterRow = { field: props.field, is: isOfDays() ? 'during' : 'in', values: chosen }
    props.onChange(withQuickRow(props.filter, next))
  }
  const pick = (chosen: readonly string[]) => set(isFlag() ? chosen.map((one) => one === 'true') : chosen)
  return (
    <Popover
      label={ground.labelOf(props.field)}
      class="quick-pop"
      trigger={(attributes) => (
        <button {...attributes} type="button" class="quick" classList={{ set: values().length > 0 }}>
          <QuickText field={props.field} values={values()} isOfDays={isOfDays()} />
          <ChevronDown class="icon" aria-hidden="true" />
        </button>
      )}
    >
      {(close) => (
        <>
          <Show
            when={isOfDays()}
            fallback={<Choice field={props.field} chosen={values().map(String)} onChange={pick} />}
          >
            <Periods
              chosen={values()[0]}
              onPick={(period) => {
                close()
                set([period])
              }}
            />
          </Show>
          <Show when={values().length > 0}>
            <Button
              look="ghost"
              size="small"
              onClick={() => {
                close()
                set([])
              }}
            >
              {t('common.clear')}
            </Button>
          </Show>
        </>
      )}
    </Popover>
  )
}

interface QuickTextProps {
  readonly field: string
  readonly values: readonly FilterValue[]
  readonly isOfDays: boolean
}

function QuickText(props: QuickTextProps) {
  const { t } = useWords()
  const ground = useFilterGround()
  const names = ground.valuesOf(() => props.field)
  const label = () => ground.labelOf(props.field)
  const periodName = () => {
    const [name, days] = props.values
    if (name === 'last') return t('lists.lastDays', { n: Number(days) })
    if (name === 'next') return t('lists.nextDays', { n: Number(days) })
    return t(`lists.periods.${name as (typeof QUICK_PERIODS)[number]}`)
  }
  const text = () => {
    const [first, ...more] = props.values
    if (first === undefined) return label()
    const value = props.isOfDays ? periodName() : names.nameOf(first).name
    if (props.isOfDays || more.length === 0) return t('lists.filter.quick', { field: label(), value })
    return t('lists.filter.quickMore', { field: label(), value, n: more.length })
  }
  return <span class="cut">{text()}</span>
}

interface ChoiceProps {
  readonly field: string
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

function Choice(props: ChoiceProps) {
  const ground = useFilterGround()
  const values = ground.valuesOf(() => props.field)
  return (
    <MultiChoice
      bare
      label={ground.labelOf(props.field)}
      options={values.options() ?? []}
      chosen={props.chosen}
      onChange={(chosen) => props.onChange(chosen)}
    />
  )
}

interface PeriodsProps {
  readonly chosen: FilterValue | undefined
  readonly onPick: (period: string) => void
}

function Periods(props: PeriodsProps) {
  const { t } = useWords()
  return (
    <ul class="quick-periods">
      <For each={QUICK_PERIODS}>
        {(period) => (
          <li>
            <button
              type="button"
              class="item"
              aria-pressed={props.chosen === period}
              onClick={() => props.onPick(period)}
            >
              {t(`lists.periods.${period}`)}
            </button>
          </li>
        )}
      </For>
    </ul>
  )
}
