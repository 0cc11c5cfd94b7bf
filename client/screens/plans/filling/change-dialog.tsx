import { createMemo, createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { changed, type Deed, type Scope } from '../../../../shared/plans/filling/change.ts'
import { figureAt } from '../../../../shared/plans/filling/fill.ts'
import type { PlanSheet } from '../../../data/page/plan-sheet.ts'
import { createCurrency } from '../../../records/company.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { Chosen } from '../grid/layout.ts'
import { type ChangeAsk, ChangeFields } from './change-fields.tsx'
import { createSeason } from './season.ts'
import { useWriting } from './use-writing.ts'

interface ChangeDialogProps {
  readonly sheet: PlanSheet
  /** What is chosen in the grid; null: all is meant. */
  readonly selection: Chosen | null
  readonly onClose: () => void
}

/** «Изменить»: a row, a period, a selection or all multiplied, spread or cleared; told before it is done. */
export function ChangeDialog(props: ChangeDialogProps) {
  const { t, format } = useWords()
  const write = useWriting()
  const currency = createCurrency()
  const [busy, setBusy] = createSignal(false)
  // While it is written all stays as it was reckoned: the plan is another one with each part.
  const sheet = createMemo<PlanSheet>((before) => (busy() ? before : props.sheet), props.sheet)
  const [ask, setAsk] = createStore<ChangeAsk>({
    ...{ deed: 'add', rows: props.selection ? 'chosen' : 'all', periods: props.selection ? 'chosen' : 'all' },
    ...{
      measure: props.selection?.measure ?? 'sum',
      percent: 1_000,
      share: 11_000,
      whole: null,
      by: 'evenly',
      step: 1,
    },
  })
  const scope = createMemo(() => ({
    rows: placesOf(sheet().rows, ask.rows, props.selection?.rows),
    periods: placesOf(sheet().periods, ask.periods, props.selection?.periods),
    measure: ask.measure,
  }))
  const before = createMemo(() => totalIn(sheet(), scope()))
  const season = createSeason(sheet, scope, () => ask.deed === 'spread' && ask.by === 'season')
  const deed = (): Deed | null => {
    const step = ask.measure === 'sum' ? ask.step : 1
    if (ask.deed === 'clear') return { what: 'clear' }
    if (ask.deed === 'add') return { what: 'multiply', percent: 10_000 + ask.percent, step }
    if (ask.deed === 'multiply') return { what: 'multiply', percent: ask.share, step }
    const by = ask.by === 'season' ? season() : ask.by
    return by && { what: 'spread', whole: ask.whole ?? before(), step, by }
  }
  const writes = createMemo(() => {
    const meant = deed()
    return meant ? changed(sheet(), scope(), meant) : []
  })
  const after = createMemo(() => {
    const places = { rows: indexOf(sheet().rows), periods: indexOf(sheet().periods) }
    return writes().reduce((all, { row, period, ...cell }) => {
      const present = figureAt(sheet(), ask.measure, places.rows.get(row) ?? null, places.periods.get(period) ?? 0)
      return all + (cell[ask.measure] ?? 0) - (present ?? 0)
    }, before())
  })
  const shown = (figure: number) => (ask.measure === 'sum' ? format.money(figure, currency()) : format.quantity(figure))
  const change = async () => {
    setBusy(true)
    const [id, cells] = [sheet().plan?.id ?? '', writes()]
    if (await write('setPlanCells', { id, cells }, cells.length)) props.onClose()
    else setBusy(false)
  }
  return (
    <Dialog
      open
      title={t('plans.changing.title')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t('common.cancel')}</Button>
          <Button look="primary" busy={busy()} disabled={writes().length === 0} onClick={() => void change()}>
            {t('plans.changing.act', { n: writes().length })}
          </Button>
        </>
      }
    >
      <ChangeFields
        sheet={sheet()}
        hasSelection={props.selection !== null}
        ask={ask}
        present={before()}
        onChange={setAsk}
      />
      <Show when={writes().length > 0} fallback={<p class="dim">{t('plans.filling.nothing')}</p>}>
        <p>{t('plans.changing.told', { before: shown(before()), after: shown(after()) })}</p>
      </Show>
    </Dialog>
  )
}

/** The places of what is meant: all, the selection, or one by its id. */
function placesOf(all: readonly { readonly id: string }[], meant: string, chosen: readonly string[] = []): number[] {
  const among = meant === 'chosen' ? new Set(chosen) : new Set([meant])
  return all.flatMap(({ id }, at) => (meant === 'all' || among.has(id) ? [at] : []))
}

function indexOf(all: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(all.map(({ id }, at) => [id, at]))
}

function totalIn(sheet: PlanSheet, { rows, periods, measure }: Scope): number {
  return rows.reduce(
    (all, row) => all + periods.reduce((sum, at) => sum + (figureAt(sheet, measure, row, at) ?? 0), 0),
    0,
  )
}
