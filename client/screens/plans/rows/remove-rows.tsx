import { createSignal } from 'solid-js'
import type { PlanSheet } from '../../../data/page/plan-sheet.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { MultiChoice } from '../../../ui/inputs/choice/multi-choice.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'

interface RemoveRowsProps {
  readonly sheet: PlanSheet
  readonly onClose: () => void
}

/** Takes rows out of a plan, any number at once. */
export function RemoveRows(props: RemoveRowsProps) {
  const { t } = useWords()
  const acts = useActs()
  const [chosen, choose] = createSignal<readonly string[]>([])
  const options = () =>
    props.sheet.rows.map(({ id, names }) => ({
      value: id,
      label: names.filter(Boolean).join(' · ') || t('plans.without'),
    }))
  const remove = async () => {
    const [id, rows] = [props.sheet.plan?.id ?? '', chosen()]
    if (await acts.run('removePlanRows', { id, rows }, t('plans.rows.removed', { n: rows.length }))) props.onClose()
  }
  return (
    <Dialog
      open
      title={t('plans.rows.remove')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t('common.cancel')}</Button>
          <Button look="risk" disabled={chosen().length === 0} onClick={() => void remove()}>
            {t('plans.rows.toRemove', { n: chosen().length })}
          </Button>
        </>
      }
    >
      <MultiChoice label={t('plans.row')} options={options()} chosen={chosen()} onChange={choose} />
      <p class="dim">{t('plans.rows.comeBack')}</p>
    </Dialog>
  )
}
