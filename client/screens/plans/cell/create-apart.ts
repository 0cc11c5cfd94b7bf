import { createMemo } from 'solid-js'
import type { PlanMeasure } from '../../../../shared/plans/sheet/sheet.ts'
import type { Parted } from '../../../../shared/records/reading/overwritten.ts'
import type { PlanSheet } from '../../../data/page/plan-sheet.ts'
import { createQuery } from '../../../data/page/solid.tsx'
import type { Mark } from '../../../ui/grid/props.ts'
import type { Place } from '../../../ui/grid/selection/selection.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { placeOfCell } from '../grid/layout.ts'

interface ApartOf {
  readonly sheet: PlanSheet
  readonly measures: readonly PlanMeasure[]
}

/** Cells of a plan that two people wrote apart from each other: marked in the grid until somebody decides. */
export function createApart(props: ApartOf) {
  const { t } = useWords()
  const plan = createMemo(() => props.sheet.plan?.id ?? null)
  const answer = createQuery(() => {
    const id = plan()
    return id === null ? null : ({ what: 'planApart', id } as const)
  })
  const byRow = createMemo(() => new Map(answer()?.rows.map(({ id, apart }) => [id, apart])))
  const marks = createMemo((): readonly Mark[] =>
    [...byRow()].flatMap(([row, apart]) =>
      apart.flatMap(({ path }) => {
        const place = placeOfCell(props.sheet, { row, path }, props.measures)
        return place ? [{ ...place, words: t('planGrid.apart') }] : []
      }),
    ),
  )
  const at = ({ row }: Place): readonly Parted[] => byRow().get(props.sheet.rows[row]?.id ?? '') ?? []
  return { marks, at }
}
