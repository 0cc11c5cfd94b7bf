import { Match, Show, Switch } from 'solid-js'
import { PLAN_MEASURES, type PlanMeasure } from '../../../../shared/plans/sheet/sheet.ts'
import type { PlanSheet } from '../../../data/page/plan-sheet.ts'
import { createCurrency } from '../../../records/company.ts'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { MoneyField } from '../../../ui/inputs/typed/money-field.tsx'
import { NumberField } from '../../../ui/inputs/typed/number-field.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createTitles } from '../titles.ts'
import { RoundingField } from './rounding-field.tsx'

const DEEDS = ['add', 'multiply', 'spread', 'clear'] as const
const WEIGHTS = ['evenly', 'present', 'season'] as const

/** What is to be done to which cells. */
export interface ChangeAsk {
  readonly deed: (typeof DEEDS)[number]
  /** `all`, `chosen`, or the id of one. */
  readonly rows: string
  readonly periods: string
  readonly measure: PlanMeasure
  /** Hundredths of a percent that are added. */
  readonly percent: number
  /** Hundredths of a percent that figures are multiplied by. */
  readonly share: number
  /** What is spread; null: what stands there. */
  readonly whole: number | null
  readonly by: (typeof WEIGHTS)[number]
  readonly step: number
}

interface ChangeFieldsProps {
  readonly sheet: PlanSheet
  readonly hasSelection: boolean
  readonly ask: ChangeAsk
  /** What stands in the cells now. */
  readonly present: number
  readonly onChange: (change: Partial<ChangeAsk>) => void
}

/** What is to be done, and to which cells. */
export function ChangeFields(props: ChangeFieldsProps) {
  const { t } = useWords()
  return (
    <>
      <Select
        label={t('plans.changing.deed')}
        value={props.ask.deed}
        options={DEEDS.map((value) => ({ value, label: t(`plans.changing.deeds.${value}`) }))}
        onCommit={(deed) => props.onChange({ deed: (deed ?? 'add') as ChangeAsk['deed'] })}
      />
      <Where {...props} />
      <Show when={props.sheet.plan?.quantities}>
        <Segmented
          label={t('plans.changing.measure')}
          value={props.ask.measure}
          options={PLAN_MEASURES.map((value) => ({ value, label: t(`records.planRows.fields.${value}`) }))}
          onCommit={(measure) => props.onChange({ measure })}
        />
      </Show>
      <HowMuch {...props} />
      <Show when={props.ask.deed !== 'clear' && props.ask.measure === 'sum'}>
        <RoundingField value={props.ask.step} onCommit={(step) => props.onChange({ step })} />
      </Show>
    </>
  )
}

function Where(props: ChangeFieldsProps) {
  const { t } = useWords()
  const titles = createTitles()
  const some = (all: string) => [
    ...(props.hasSelection ? [{ value: 'chosen', label: t('plans.changing.chosen') }] : []),
    { value: 'all', label: all },
  ]
  const rows = () => [
    ...some(t('plans.changing.allRows')),
    ...props.sheet.rows.map(({ id, names }) => ({ value: id, label: names.filter(Boolean).join(' · ') })),
  ]
  const periods = () => [
    ...some(t('plans.changing.allPeriods')),
    ...props.sheet.periods.map((one) => ({ value: one.id, label: titles(one, props.sheet.plan?.periodicity ?? null) })),
  ]
  return (
    <div class="plan-fields">
      <Select
        label={t('plans.changing.rows')}
        value={props.ask.rows}
        options={rows()}
        onCommit={(one) => props.onChange({ rows: one ?? 'all' })}
      />
      <Select
        label={t('plans.changing.periods')}
        value={props.ask.periods}
        options={periods()}
        onCommit={(one) => props.onChange({ periods: one ?? 'all' })}
      />
    </div>
  )
}

function HowMuch(props: ChangeFieldsProps) {
  const { t } = useWords()
  return (
    <Switch>
      <Match when={props.ask.deed === 'add'}>
        <NumberField
          label={t('plans.changing.percent')}
          value={props.ask.percent}
          decimals={2}
          min={-10_000}
          max={1_000_000}
          unit="%"
          onCommit={(percent) => props.onChange({ percent: percent ?? 0 })}
        />
      </Match>
      <Match when={props.ask.deed === 'multiply'}>
        <NumberField
          label={t('plans.changing.share')}
          value={props.ask.share}
          decimals={4}
          min={0}
          max={10_000_000}
          onCommit={(share) => props.onChange({ share: share ?? 10_000 })}
        />
      </Match>
      <Match when={props.ask.deed === 'spread'}>
        <Spread {...props} />
      </Match>
    </Switch>
  )
}

function Spread(props: ChangeFieldsProps) {
  const { t } = useWords()
  const currency = createCurrency()
  const whole = () => ({
    label: t('plans.changing.whole'),
    value: props.ask.whole ?? props.present,
    onCommit: (sum: number | null) => props.onChange({ whole: sum }),
  })
  return (
    <>
      <Show when={props.ask.measure === 'sum'} fallback={<NumberField {...whole()} decimals={3} />}>
        <MoneyField {...whole()} currency={currency()} />
      </Show>
      <Select
        label={t('plans.changing.by')}
        value={props.ask.by}
        options={WEIGHTS.map((value) => ({ value, label: t(`plans.changing.weights.${value}`) }))}
        onCommit={(by) => props.onChange({ by: (by ?? 'evenly') as ChangeAsk['by'] })}
      />
    </>
  )
}
