import Clock from 'lucide-solid/icons/clock'
import { createSignal, Show } from 'solid-js'
import type { PlanMeasure } from '../../../../shared/plans/sheet/sheet.ts'
import type { Parted } from '../../../../shared/records/reading/overwritten.ts'
import type { PlanSheet } from '../../../data/page/plan-sheet.ts'
import { Apart } from '../../../records/card/apart.tsx'
import { createCurrency } from '../../../records/company.ts'
import { RecordHistory } from '../../../records/history/record-history.tsx'
import { IconButton } from '../../../ui/actions/button.tsx'
import type { Mark } from '../../../ui/grid/props.ts'
import type { Place } from '../../../ui/grid/selection/selection.ts'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { cellPath } from '../grid/layout.ts'

interface CellProps {
  readonly sheet: PlanSheet
  readonly measures: readonly PlanMeasure[]
  /** The active cell. */
  readonly place: Place
  readonly readOnly: boolean
}

/** «История ячейки»: who wrote what there, and what stood before. */
export function CellHistory(props: CellProps) {
  const { t } = useWords()
  const currency = createCurrency()
  const [open, setOpen] = createSignal(false)
  const cell = () => cellPath(props.sheet, props.place, props.measures)
  return (
    <>
      <IconButton icon={Clock} label={t('planGrid.history')} disabled={cell() === null} onClick={() => setOpen(true)} />
      <Show when={open() && cell()}>
        {(of) => (
          <Dialog open title={t('planGrid.history')} onClose={() => setOpen(false)}>
            <RecordHistory
              collection="planRows"
              id={of().row}
              currency={currency()}
              readOnly={props.readOnly}
              within={of().path.split('/').slice(0, 2).join('/')}
            />
          </Dialog>
        )}
      </Show>
    </>
  )
}

interface CellApartProps extends CellProps {
  readonly apart: readonly Parted[]
  readonly marks: readonly Mark[]
  readonly onGo: (place: Place) => void
}

/** What was written apart: in the active cell both values, to be chosen between; elsewhere how many, and the way there. */
export function CellApart(props: CellApartProps) {
  const { t } = useWords()
  const currency = createCurrency()
  const here = () => {
    const cell = cellPath(props.sheet, props.place, props.measures)
    return cell && props.apart.some(({ path }) => path === cell.path) ? cell : null
  }
  const next = () => {
    const { row, column } = props.place
    const isBehind = (one: Place) => one.row > row || (one.row === row && one.column > column)
    const inOrder = props.marks.toSorted((a, b) => a.row - b.row || a.column - b.column)
    return inOrder.find(isBehind) ?? inOrder[0]
  }
  return (
    <Show
      when={here()}
      fallback={
        <Show when={next()}>
          {(place) => (
            <Banner look="warn" action={{ label: t('planGrid.goThere'), run: () => props.onGo(place()) }}>
              {t('planGrid.apartCells', { n: props.marks.length })}
            </Banner>
          )}
        </Show>
      }
    >
      {(cell) => (
        <Apart
          named
          collection="planRows"
          id={cell().row}
          path={cell().path}
          apart={props.apart}
          currency={currency()}
          readOnly={props.readOnly}
        />
      )}
    </Show>
  )
}
