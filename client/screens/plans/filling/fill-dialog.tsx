import { createMemo, createSignal } from 'solid-js'
import { createStore } from 'solid-js/store'
import { DIMENSION_OF } from '../../../../shared/plans/analytics.ts'
import type { Analytic } from '../../../../shared/plans/collections.ts'
import { type FilledRow, keyOf } from '../../../../shared/plans/filling/fill.ts'
import { placedBehind } from '../../../../shared/plans/rows.ts'
import { own } from '../../../../shared/records/declarations/collection.ts'
import type { PlanSheet } from '../../../data/page/plan-sheet.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { type FillAsk, firstAsk } from './asked.ts'
import { FillFields } from './fill-fields.tsx'
import { Preview } from './preview.tsx'
import { createFilling } from './use-filling.ts'
import { useWriting } from './use-writing.ts'

interface FillDialogProps {
  /** Of a plan that is here. */
  readonly sheet: PlanSheet
  readonly onClose: () => void
}

/** «Заполнить»: from what was sold, or from another plan; seen before it is done. */
export function FillDialog(props: FillDialogProps) {
  const { t } = useWords()
  const write = useWriting()
  const [busy, setBusy] = createSignal(false)
  // While it is written all stays as it was reckoned: the plan is another one with each part.
  const sheet = createMemo<PlanSheet>((before) => (busy() ? before : props.sheet), props.sheet)
  // The dialog is opened for one plan, as it stands.
  const [ask, setAsk] = createStore<FillAsk>(firstAsk(props.sheet.plan as NonNullable<PlanSheet['plan']>))
  const filling = createFilling(
    sheet,
    createMemo(() => ({ ...ask })),
  )
  const count = createMemo(() => (filling.rows() ?? []).reduce((all, { cells }) => all + cells.length, 0))
  const nameOf = createNaming(sheet, filling.names)
  const fill = async () => {
    const id = sheet().plan?.id
    const rows = filling.rows()
    if (id === undefined || !rows) return
    setBusy(true)
    const placed = placedBehind(sheet().rows.at(-1)?.place ?? null, rows)
    const written = placed.map(({ first, second, place, cells }) => ({ first, second, place, cells }))
    if (await write('addPlanRows', { id, rows: written }, count())) props.onClose()
    else setBusy(false)
  }
  return (
    <Dialog
      open
      size="wide"
      title={t('plans.filling.title')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t('common.cancel')}</Button>
          <Button look="primary" busy={busy()} disabled={count() === 0} onClick={() => void fill()}>
            {t('plans.filling.act', { n: count() })}
          </Button>
        </>
      }
    >
      <FillFields sheet={sheet()} ask={ask} onChange={setAsk} />
      <Preview rows={filling.rows()} nameOf={nameOf} />
    </Dialog>
  )
}

/** Names rows: those that are there by what they are called there, new ones by what the source calls them. */
function createNaming(
  sheet: () => PlanSheet,
  names: () => { readonly [dimension: string]: { readonly [key: string]: string } },
) {
  const { t } = useWords()
  const known = createMemo(() => new Map(sheet().rows.map((row) => [keyOf(row), row.names])))
  const named = (by: Analytic | null | undefined, key: string | null) => {
    if (!by || key === null) return null
    return names()[DIMENSION_OF[by]]?.[key] ?? own(names().plan ?? {}, key) ?? (by === 'byCategory' ? key : null)
  }
  return (row: FilledRow) => {
    const { first, second } = sheet().plan ?? {}
    const told = known().get(keyOf(row)) ?? [named(first, row.first), named(second, row.second)]
    return told.filter(Boolean).join(' · ') || t('plans.without')
  }
}
