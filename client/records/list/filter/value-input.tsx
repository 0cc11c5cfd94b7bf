import { Match, Show, Switch } from 'solid-js'
import { decimalsOf, hundredthsOf, unitsOf } from '../../../../shared/custom/numbers.ts'
import type { FilterRow, FilterValue } from '../../../../shared/filters/filter.ts'
import { asksOf } from '../../../../shared/filters/values/comparisons.ts'
import { PERIODS, takesDays } from '../../../../shared/filters/values/periods.ts'
import type { Field } from '../../../../shared/records/declarations/fields.ts'
import { Combobox } from '../../../ui/inputs/choice/combobox.tsx'
import { MultiSelect } from '../../../ui/inputs/choice/multi-select.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { DateField } from '../../../ui/inputs/dates/date-field.tsx'
import { MoneyField } from '../../../ui/inputs/typed/money-field.tsx'
import { NumberField } from '../../../ui/inputs/typed/number-field.tsx'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createCurrency } from '../../company.ts'
import { useFilterGround } from './context.tsx'

/** What an input of a row's values is given. */
export interface ValueInputProps {
  readonly row: FilterRow
  readonly field: Field
  readonly onChange: (values: readonly FilterValue[]) => void
}

/** What the row's comparison asks for: nothing, one value, two bounds, several, words, a period. */
export function ValueInput(props: ValueInputProps) {
  const { t } = useWords()
  const asks = () => asksOf(props.row.is)
  const one = (index: number, value: FilterValue) => {
    const values = [props.row.values[0] ?? null, props.row.values[1] ?? null]
    values[index] = value
    props.onChange(values)
  }
  return (
    <div class="filter-value">
      <Switch>
        <Match when={asks() === 'words'}>
          <TextField
            bare
            label={t('lists.filter.value')}
            value={textOf(props.row.values[0])}
            onCommit={(text) => props.onChange(text === null ? [] : [text])}
          />
        </Match>
        <Match when={asks() === 'several'}>
          <Several {...props} />
        </Match>
        <Match when={asks() === 'period'}>
          <PeriodInput {...props} />
        </Match>
        <Match when={asks() === 'bounds'}>
          <OneValue {...props} label={t('lists.filter.from')} at={0} onPick={(value) => one(0, value)} />
          <OneValue {...props} label={t('lists.filter.to')} at={1} onPick={(value) => one(1, value)} />
        </Match>
        <Match when={asks() === 'one'}>
          <OneValue
            {...props}
            label={t('lists.filter.value')}
            at={0}
            onPick={(value) => props.onChange(value === null ? [] : [value])}
          />
        </Match>
      </Switch>
    </div>
  )
}

function Several(props: ValueInputProps) {
  const { t } = useWords()
  const values = useFilterGround().valuesOf(() => props.row.field)
  const chosen = () => props.row.values.map(String)
  const isFlag = () => props.field.type === 'flag'
  const take = (texts: readonly string[]) => props.onChange(isFlag() ? texts.map((text) => text === 'true') : texts)
  return (
    <Show
      when={values.options()}
      fallback={
        <TextField
          bare
          label={t('lists.filter.value')}
          placeholder={t('lists.filter.several')}
          value={chosen().join(', ') || null}
          onCommit={(text) => take(wordsOf(text))}
        />
      }
    >
      {(options) => (
        <MultiSelect
          bare
          label={t('lists.filter.value')}
          options={options()}
          chosen={chosen()}
          text={props.row.values.map((value) => values.nameOf(value).name).join(', ')}
          onChange={take}
        />
      )}
    </Show>
  )
}

interface OneValueProps extends ValueInputProps {
  readonly label: string
  readonly at: 0 | 1
  readonly onPick: (value: FilterValue) => void
}

/** Decimals of the numbers that are integers of smaller units. */
const DECIMALS: { readonly [type: string]: number } = { quantity: 3, percent: 2 }

function OneValue(props: OneValueProps) {
  const currency = createCurrency()
  const values = useFilterGround().valuesOf(() => props.row.field)
  const value = () => props.row.values[props.at] ?? null
  const decimals = () => decimalsOf(props.field, numberOf(value()))
  const units = () => {
    const number = numberOf(value())
    return number === null ? null : unitsOf(number, decimals())
  }
  const frame = () => ({ label: props.label, bare: true, onCommit: (picked: FilterValue) => props.onPick(picked) })
  const is = (...types: Field['type'][]) => types.includes(props.field.type)
  return (
    <Switch fallback={<TextField {...frame()} value={textOf(value())} />}>
      <Match when={values.options()}>
        {(options) => (
          <Combobox
            {...frame()}
            options={options()}
            value={value() === null ? null : String(value())}
            text={value() === null ? '' : values.nameOf(value()).name}
            onCommit={(picked) => props.onPick(is('flag') && picked !== null ? picked === 'true' : picked)}
          />
        )}
      </Match>
      <Match when={is('money')}>
        <MoneyField {...frame()} placeholder={props.label} value={numberOf(value())} currency={currency()} />
      </Match>
      <Match when={is('decimal')}>
        <NumberField
          {...frame()}
          placeholder={props.label}
          value={units()}
          decimals={decimals()}
          onCommit={(picked) => props.onPick(picked === null ? null : hundredthsOf(picked, decimals()))}
        />
      </Match>
      <Match when={is('integer', 'quantity', 'percent')}>
        <NumberField
          {...frame()}
          placeholder={props.label}
          value={numberOf(value())}
          decimals={DECIMALS[props.field.type]}
        />
      </Match>
      <Match when={is('date', 'instant')}>
        <DateField {...frame()} value={textOf(value())} />
      </Match>
    </Switch>
  )
}

/** How many days a period of days has at first. */
const A_WEEK = 7

function PeriodInput(props: ValueInputProps) {
  const { t } = useWords()
  const period = () => textOf(props.row.values[0])
  const pick = (name: string | null) => props.onChange(name === null ? [] : takesDays(name) ? [name, A_WEEK] : [name])
  return (
    <>
      <Select
        bare
        label={t('lists.filter.period')}
        value={period()}
        options={PERIODS.map((value) => ({ value, label: t(`lists.periods.${value}`) }))}
        onCommit={pick}
      />
      <Show when={takesDays(period() ?? '')}>
        <NumberField
          bare
          class="filter-days"
          label={t('lists.filter.days')}
          min={1}
          max={3660}
          value={numberOf(props.row.values[1])}
          onCommit={(days) => props.onChange([period(), days ?? A_WEEK])}
        />
      </Show>
    </>
  )
}

function textOf(value: FilterValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}

function numberOf(value: FilterValue | undefined): number | null {
  return typeof value === 'number' ? value : null
}

function wordsOf(text: string | null): string[] {
  return (text ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)
}
