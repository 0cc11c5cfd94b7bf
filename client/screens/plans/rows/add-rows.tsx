import { createMemo, createSignal, Show } from 'solid-js'
import type { RowKeys } from '../../../../shared/plans/rows.ts'
import { placedBehind } from '../../../../shared/plans/rows.ts'
import type { PlanSheet } from '../../../data/page/plan-sheet.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { Choose } from './choose.tsx'

interface AddRowsProps {
  readonly sheet: PlanSheet
  readonly onClose: () => void
}

/** Rows of a plan, chosen several at once; of two analytics each with each. */
export function AddRows(props: AddRowsProps) {
  const { t } = useWords()
  const acts = useActs()
  const [firsts, setFirsts] = createSignal<readonly string[]>([])
  const [seconds, setSeconds] = createSignal<readonly string[]>([])
  const plan = () => props.sheet.plan
  const known = createMemo(() => new Set(props.sheet.rows.map(keyOf)))
  const chosen = createMemo(() => {
    const inner: readonly (string | null)[] = plan()?.second == null ? [null] : seconds()
    const all = firsts().flatMap((first) => inner.map((second) => ({ first, second })))
    return all.filter((row) => !known().has(keyOf(row)))
  })
  const isTaken = (first: string) => plan()?.second === null && known().has(keyOf({ first, second: null }))
  const add = async () => {
    const id = plan()?.id
    if (id === undefined) return
    const rows = placedBehind(props.sheet.rows.at(-1)?.place ?? null, chosen())
    if (await acts.run('addPlanRows', { id, rows }, t('plans.rows.done', { n: rows.length }))) props.onClose()
  }
  return (
    <Dialog
      open
      title={t('plans.rows.choose')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t('common.cancel')}</Button>
          <Button look="primary" disabled={chosen().length === 0} onClick={() => void add()}>
            {t('plans.rows.count', { n: chosen().length })}
          </Button>
        </>
      }
    >
      <Show when={plan()?.first}>
        {(by) => <Choose by={by()} chosen={firsts()} isTaken={isTaken} onChange={setFirsts} />}
      </Show>
      <Show when={plan()?.second}>
        {(by) => <Choose by={by()} chosen={seconds()} isTaken={() => false} onChange={setSeconds} />}
      </Show>
    </Dialog>
  )
}

function keyOf({ first, second }: RowKeys): string {
  return JSON.stringify([first, second])
}
