import { createSignal, For } from 'solid-js'
import { createStore } from 'solid-js/store'
import { plans, scenarios } from '../../../../shared/plans/collections.ts'
import type { PlanFields } from '../../../../shared/plans/commands.ts'
import { naturalPeriod } from '../../../../shared/plans/periods.ts'
import type { Json } from '../../../../shared/records/declarations/value.ts'
import { createAll, useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { FieldInput } from '../../../records/card/field-input.tsx'
import { createCurrency } from '../../../records/company.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Fields } from '../../../ui/inputs/field/field.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { todayIn } from '../../../ui/words/parse-date.ts'
import { useWords } from '../../../ui/words/words.tsx'

const ASKED = ['scenario', 'from', 'until', 'periodicity', 'first', 'second'] as const

interface NewPlanProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly onMade: (id: string) => void
}

/** What a new plan begins with: its scenario gives periods and analytics. */
export function NewPlan(props: NewPlanProps) {
  const { t, zone } = useWords()
  const data = useData()
  const acts = useActs()
  const currency = createCurrency()
  const all = createAll(scenarios)
  const [busy, setBusy] = createSignal(false)
  const quarter = naturalPeriod(todayIn(zone()), 'byQuarter')
  const [fields, setFields] = createStore<PlanFields>({
    ...{ from: quarter.from, until: quarter.until, periodicity: 'byMonth', first: 'byCategory', second: null },
    responsible: data.account.person,
  })
  const commit = (name: string, value: Json) => {
    setFields({ [name]: value })
    const scenario = name === 'scenario' ? all().find(({ id }) => id === value) : undefined
    const { periodicity, first, second } = scenario ?? {}
    if (first) setFields({ first, second: second ?? null })
    if (periodicity) setFields({ periodicity })
  }
  const make = async () => {
    setBusy(true)
    const [id, draft] = [await data.newId('plans'), await data.draftNumber()]
    const isMade = await acts.run('createPlan', { id, fields: { ...fields, draft } }, t('plans.made'))
    setBusy(false)
    if (!isMade) return
    props.onClose()
    props.onMade(id)
  }
  return (
    <Dialog
      open={props.open}
      title={t('plans.fresh')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t('common.cancel')}</Button>
          <Button look="primary" busy={busy()} onClick={() => void make()}>
            {t('plans.create')}
          </Button>
        </>
      }
    >
      <Fields>
        <For each={ASKED}>
          {(name) => (
            <FieldInput
              collection="plans"
              name={name}
              field={plans.fields[name]}
              value={(fields[name] ?? null) as Json}
              currency={currency()}
              onCommit={(value) => commit(name, value)}
            />
          )}
        </For>
      </Fields>
    </Dialog>
  )
}
