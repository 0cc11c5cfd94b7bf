import { createMemo, createSignal, Show } from 'solid-js'
import { createPlanSheet, type PlanSheet } from '../../../data/page/plan-sheet.ts'
import type { Chosen, Shown } from './layout.ts'
import { PlanTable } from './plan-table.tsx'
import './plan-grid.css'

interface PlanGridProps {
  readonly plan: string
  /** Other cells are chosen; null: one alone. */
  readonly onChoose: (chosen: Chosen | null) => void
}

/** The table of a plan: its rows by its periods, as in a spreadsheet. */
export function PlanGrid(props: PlanGridProps) {
  const sheet = createPlanSheet(() => props.plan)
  const here = createMemo(() => (sheet()?.plan ? sheet() : undefined))
  return <Show when={here()}>{(found) => <Present sheet={found()} onChoose={props.onChoose} />}</Show>
}

function Present(props: { readonly sheet: PlanSheet } & Pick<PlanGridProps, 'onChoose'>) {
  const [chosen, choose] = createSignal<Shown>('both')
  // Where none are planned there is nothing to choose.
  const shown = createMemo((): Shown => (props.sheet.plan?.quantities ? chosen() : 'sum'))
  return <PlanTable sheet={props.sheet} shown={shown()} onShow={choose} onChoose={props.onChoose} />
}
