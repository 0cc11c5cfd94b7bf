import { createSignal, Show } from 'solid-js'
import type { Plan } from '../../../../shared/plans/collections.ts'
import type { Json } from '../../../../shared/records/declarations/value.ts'
import type { Parted } from '../../../../shared/records/reading/overwritten.ts'
import type { PlanSheet } from '../../../data/page/plan-sheet.ts'
import { useData } from '../../../data/page/solid.tsx'
import { RecordForm } from '../../../records/card/record-form.tsx'
import { createCurrency } from '../../../records/company.ts'
import { Fold } from '../../../ui/layout/fold.tsx'
import { COARSE, createMedia } from '../../../ui/look/media.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { createDays } from '../titles.ts'
import { type Recut, RecutDialog } from './recut-dialog.tsx'

interface PlanHeadProps {
  readonly plan: Plan
  readonly sheet: PlanSheet
  readonly apart: readonly Parted[]
  readonly readOnly: boolean
}

const FIELDS = [
  'scenario',
  'from',
  'until',
  'periodicity',
  'first',
  'second',
  'responsible',
  'note',
  'posted',
  'quantities',
] as const

/** What a plan plans, for when, and by what. */
export function PlanHead(props: PlanHeadProps) {
  const { t } = useWords()
  const currency = createCurrency()
  const data = useData()
  const days = createDays()
  const isCoarse = createMedia(COARSE)
  const [recut, setRecut] = createSignal<Recut | null>(null)
  const hasCells = () => props.sheet.cells.sum.some(isThere) || props.sheet.cells.quantity.some(isThere)
  const commit = (field: string, value: Json): unknown => {
    const fields = { [field]: value }
    if (field !== 'periodicity' || !hasCells()) return data.run('changePlan', { id: props.plan.id, fields })
    return new Promise<void>((done) => setRecut({ periodicity: value as Plan['periodicity'], done }))
  }
  const end = () => {
    recut()?.done()
    setRecut(null)
  }
  const summary = () =>
    [days(props.plan.from, props.plan.until), t(props.plan.posted ? 'plans.posted' : 'plans.notPosted')].join(' · ')
  return (
    <>
      <Fold title={t('plans.settings')} summary={summary()} open={!isCoarse()}>
        <div class="plan-head">
          <RecordForm
            collection="plans"
            id={props.plan.id}
            fields={FIELDS}
            values={props.plan}
            currency={currency()}
            readOnly={props.readOnly}
            apart={props.apart}
            across
            onCommit={commit}
          />
        </div>
      </Fold>
      <Show when={recut()}>
        {(asked) => <RecutDialog plan={props.plan} sheet={props.sheet} recut={asked()} onClose={end} />}
      </Show>
    </>
  )
}

const isThere = (figure: number) => !Number.isNaN(figure)
