import { Match, Show, Switch } from 'solid-js'
import { plans } from '../../../../shared/plans/collections.ts'
import type { PlanSheet } from '../../../data/page/plan-sheet.ts'
import { createAll } from '../../../data/page/solid.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { DateField } from '../../../ui/inputs/dates/date-field.tsx'
import { Checkbox } from '../../../ui/inputs/toggles/checkbox.tsx'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { NumberField } from '../../../ui/inputs/typed/number-field.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createDays, createTitles } from '../titles.ts'
import type { FillAsk } from './asked.ts'
import { RoundingField } from './rounding-field.tsx'

interface FillFieldsProps {
  readonly sheet: PlanSheet
  readonly ask: FillAsk
  readonly onChange: (change: Partial<FillAsk>) => void
}

/** «Настройки заполнения»: from what, from which period on, with which share. */
export function FillFields(props: FillFieldsProps) {
  const { t } = useWords()
  const titles = createTitles()
  const periods = () =>
    props.sheet.periods.map((one) => ({ value: one.id, label: titles(one, props.sheet.plan?.periodicity ?? null) }))
  return (
    <>
      <Segmented
        label={t('plans.filling.source')}
        value={props.ask.from}
        options={(['facts', 'plan'] as const).map((value) => ({ value, label: t(`plans.filling.by.${value}`) }))}
        onCommit={(from) => props.onChange({ from })}
      />
      <Source {...props} />
      <div class="plan-fields">
        <Select
          label={t('plans.filling.start')}
          value={props.ask.start ?? periods()[0]?.value ?? null}
          options={periods()}
          onCommit={(start) => props.onChange({ start })}
        />
        <NumberField
          label={t('plans.filling.share')}
          value={props.ask.percent}
          decimals={2}
          min={0}
          max={10_000_000}
          unit="%"
          onCommit={(percent) => props.onChange({ percent: percent ?? 10_000 })}
        />
        <RoundingField value={props.ask.step} onCommit={(step) => props.onChange({ step })} />
      </div>
      <Checkbox
        label={t('plans.filling.onlyEmpty')}
        checked={props.ask.onlyEmpty}
        onCommit={(onlyEmpty) => props.onChange({ onlyEmpty })}
      />
      <Show when={props.sheet.plan?.quantities}>
        <Checkbox
          label={t('plans.filling.quantities')}
          checked={props.ask.quantities}
          onCommit={(quantities) => props.onChange({ quantities })}
        />
      </Show>
    </>
  )
}

function Source(props: FillFieldsProps) {
  const { t } = useWords()
  const all = createAll(plans)
  const days = createDays()
  /** Others that are planned by the same. */
  const others = () =>
    all()
      .filter(({ id, first, second }) => {
        const plan = props.sheet.plan
        return id !== plan?.id && first === plan?.first && second === plan.second
      })
      .map(({ id, number, draft, from, until }) => ({
        value: id,
        label: t('plans.overlapOther', { number: number ?? draft ?? t('plans.noNumber'), days: days(from, until) }),
      }))
  return (
    <Switch>
      <Match when={props.ask.from === 'facts'}>
        <fieldset class="plan-fields">
          <legend>{t('plans.filling.daysOf')}</legend>
          <DateField
            label={t('plans.filling.begin')}
            value={props.ask.begin}
            onCommit={(begin) => props.onChange({ begin: begin ?? props.ask.begin })}
          />
          <DateField
            label={t('plans.filling.end')}
            value={props.ask.end}
            onCommit={(end) => props.onChange({ end: end ?? props.ask.end })}
          />
        </fieldset>
      </Match>
      <Match when={others().length === 0}>
        <p class="dim">{t('plans.filling.noOthers')}</p>
      </Match>
      <Match when={props.ask.from === 'plan'}>
        <Select
          label={t('records.plans.one')}
          value={props.ask.plan}
          options={others()}
          onCommit={(plan) => props.onChange({ plan })}
        />
      </Match>
    </Switch>
  )
}
