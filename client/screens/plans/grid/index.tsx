import { createMemo, createSignal, Show } from 'solid-js'
import { createPlanSheet, type PlanSheet } from '../../../data/page/plan-sheet.ts'
import type { Shown } from './layout.ts'
import { PlanTable } from './plan-table.tsx'
import './plan-grid.css'

/** The table of a plan: its rows by its periods, as in a spreadsheet. */
export function PlanGrid(props: { readonly plan: string }) {
  const sheet = createPlanSheet(() => props.plan)
  const here = createMemo(() => (sheet()?.plan ? sheet() : undefined))
  return <Show when={here()}>{(found) => <Present sheet={found()} />}</Show>
}

function Present(props: { readonly sheet: PlanSheet }) {
  const [chosen, choose] = createSignal<Shown>('both')
  // Where none are planned there is nothing to choose.
  const shown = createMemo((): Shown => (props.sheet.plan?.quantities ? chosen() : 'sum'))
  return <PlanTable sheet={props.sheet} shown={shown()} onShow={choose} />
}
