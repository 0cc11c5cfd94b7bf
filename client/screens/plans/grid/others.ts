import { createMemo } from 'solid-js'
import type { PlanMeasure } from '../../../../shared/plans/sheet/sheet.ts'
import type { PlanSheet } from '../../../data/page/plan-sheet.ts'
import { usePresence } from '../../../records/presence/presence.tsx'
import type { Other } from '../../../ui/grid/props.ts'
import type { Place } from '../../../ui/grid/selection/selection.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { pathOf, placeOf } from './layout.ts'

interface OthersOf {
  readonly sheet: PlanSheet
  readonly measures: readonly PlanMeasure[]
}

/** Who else types in which cell of the plan, and telling them where we do. The plan itself is what is looked at. */
export function createOthers(props: OthersOf) {
  const presence = usePresence()
  const { t } = useWords()
  const plan = createMemo(() => props.sheet.plan?.id ?? '')
  const marks = createMemo((): readonly Other[] =>
    presence.watching('plans', plan()).flatMap(({ name, looks }) =>
      looks.flatMap(({ collection, id, path }) => {
        const place =
          collection === 'plans' && id === plan() && path ? placeOf(props.sheet, path, props.measures) : null
        return place ? [{ ...place, name, words: t('presence.edits', { name }) }] : []
      }),
    ),
  )
  let told = ''
  /** Says in which cell we type; null: in none. */
  const typing = (place: Place | null) => {
    if (told !== '') presence.edit(told, false)
    told = place ? pathOf(props.sheet, place, props.measures) : ''
    if (told !== '') presence.edit(told, true)
  }
  return { marks, typing }
}
