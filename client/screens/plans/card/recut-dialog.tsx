import { createSignal } from 'solid-js'
import type { Plan } from '../../../../shared/plans/collections.ts'
import type { PlanSheet } from '../../../data/page/plan-sheet.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { ConfirmDialog } from '../../../ui/overlays/confirm-dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** Periods that a filled plan is to have instead; `done`: it is decided, this way or that. */
export interface Recut {
  readonly periodicity: Plan['periodicity']
  readonly done: () => void
}

interface RecutDialogProps {
  readonly plan: Plan
  readonly sheet: PlanSheet
  readonly recut: Recut
  readonly onClose: () => void
}

/** A filled plan gets other periods: what becomes of its sums is asked. */
export function RecutDialog(props: RecutDialogProps) {
  const { t } = useWords()
  const acts = useActs()
  const [way, setWay] = createSignal<'spread' | 'keep'>('spread')
  const change = async () => {
    const spread = way() === 'spread' ? props.sheet.rows.map(({ id }) => id) : []
    const fields = { periodicity: props.recut.periodicity }
    await acts.run('changePlan', { id: props.plan.id, fields, spread }, t('plans.recut.done'))
    props.onClose()
  }
  return (
    <ConfirmDialog
      open
      title={t('plans.recut.title')}
      act={t('plans.recut.act')}
      onConfirm={change}
      onClose={props.onClose}
    >
      <Segmented
        label={t('plans.recut.text')}
        value={way()}
        options={(['spread', 'keep'] as const).map((value) => ({ value, label: t(`plans.recut.${value}`) }))}
        onCommit={setWay}
      />
      <p class="dim">{t(way() === 'spread' ? 'plans.recut.spreadHint' : 'plans.recut.keepHint')}</p>
    </ConfirmDialog>
  )
}
