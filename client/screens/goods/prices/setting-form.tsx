import { Show } from 'solid-js'
import { ROUNDINGS, type Rounding } from '../../../../shared/goods/prices/rule.ts'
import { fieldLabel } from '../../../records/words/labels.ts'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { DateField } from '../../../ui/inputs/dates/date-field.tsx'
import { MoneyField } from '../../../ui/inputs/typed/money-field.tsx'
import { NumberField } from '../../../ui/inputs/typed/number-field.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { groupOption } from '../groups/group-option.ts'
import type { PriceTypes } from './price-types.ts'
import { OWN, type Setting, SUM } from './setting.ts'

/** Minor units by the name of the step. */
const STEPS = { kopeck: 1, ten: 10, whole: 100, tens: 1_000, hundreds: 10_000 } as const

interface SettingFormProps {
  readonly setting: Setting
  readonly types: PriceTypes
}

/** Of which type, from which day, for which goods, and by which rule. */
export function SettingForm(props: SettingFormProps) {
  const { t } = useWords()
  const { filled, fill } = props.setting
  const groups = () => [
    { value: '', label: t('goods.setting.all', { n: props.setting.total() }) },
    ...props.setting.groups().map(({ group, depth }) => groupOption(group, depth)),
  ]
  return (
    <div class="price-form">
      <Select
        label={t(fieldLabel('products', 'priceType'))}
        value={props.setting.priceType()}
        options={props.types.options()}
        onCommit={(value) => fill({ priceType: value })}
      />
      <DateField
        label={t(fieldLabel('products', 'date'))}
        value={filled.date}
        onCommit={(value) => fill({ date: value })}
      />
      <Select
        label={t('goods.setting.whose')}
        value={filled.group ?? ''}
        options={groups()}
        onCommit={(value) => fill({ group: value || null })}
      />
      <RuleFields {...props} />
    </div>
  )
}

/** What the prices start from, and what is put on them. */
function RuleFields(props: SettingFormProps) {
  const { t } = useWords()
  const { filled, fill } = props.setting
  const currency = () => props.types.currencyOf(props.setting.priceType())
  const bases = () => [
    { value: OWN, label: t('goods.prices.own') },
    ...props.types.options(),
    { value: SUM, label: t('goods.setting.oneSum') },
  ]
  const steps = () =>
    Object.entries(STEPS).map(([name, step]) => ({
      value: String(step),
      label: t(`goods.setting.steps.${name as keyof typeof STEPS}`),
    }))
  return (
    <>
      <Select
        label={t('goods.setting.from')}
        value={filled.from}
        options={bases()}
        onCommit={(value) => fill({ from: value ?? OWN })}
      />
      <Show when={filled.from === SUM}>
        <MoneyField
          label={t('goods.setting.sum')}
          currency={currency()}
          min={0}
          value={filled.base}
          onCommit={(value) => fill({ base: value })}
        />
      </Show>
      <NumberField
        label={t('goods.setting.percent')}
        decimals={2}
        unit="%"
        min={-10_000}
        max={1_000_000}
        value={filled.percent}
        onCommit={(value) => fill({ percent: value })}
      />
      <MoneyField
        label={t('goods.setting.plus')}
        currency={currency()}
        value={filled.sum}
        onCommit={(value) => fill({ sum: value })}
      />
      <Select
        label={t('goods.setting.round')}
        value={String(filled.step)}
        options={steps()}
        onCommit={(value) => fill({ step: Number(value ?? 1) })}
      />
      <Select
        label={t('goods.setting.way')}
        value={filled.way}
        options={ROUNDINGS.map((way) => ({ value: way, label: t(`goods.setting.ways.${way}`) }))}
        onCommit={(value) => fill({ way: (value ?? 'half') as Rounding })}
      />
    </>
  )
}
