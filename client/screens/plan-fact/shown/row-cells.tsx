import { For } from 'solid-js'
import { usePlanFact } from '../context.tsx'
import type { HeldCell, HeldRow } from '../view/rows.ts'
import { FactButton } from './fact-button.tsx'
import { Deviation, Done } from './sign.tsx'

/** The cells of a row: each period, the whole, and what is expected. */
export function RowCells(props: { readonly row: HeldRow; readonly last: number }) {
  const { view, words } = usePlanFact()
  const from = (at: number) => (view().mode === 'period' ? at : 0)
  return (
    <>
      <For each={props.row.cells}>
        {(cell, at) => <Cells cell={cell} row={props.row} periods={[from(at()), at()]} />}
      </For>
      <Cells cell={props.row.whole} row={props.row} periods={[0, props.last]} />
      <td>{words.figure(view().measure, props.row.end.pace)}</td>
      <td>
        <FactButton of="ahead" row={props.row} periods={[0, props.last]} value={props.row.end.open} />
      </td>
    </>
  )
}

function Cells(props: { readonly cell: HeldCell; readonly row: HeldRow; readonly periods: readonly [number, number] }) {
  const { answer, view, words } = usePlanFact()
  const plans = () => answer()?.plans.map((_, at) => props.cell.plans[at]) ?? []
  return (
    <>
      <For each={plans()}>{(of) => <td>{words.figure(view().measure, of?.plan ?? null)}</td>}</For>
      <td class="fact">
        <FactButton of="fact" row={props.row} periods={props.periods} value={props.cell.fact} />
      </td>
      <For each={plans()}>
        {(of) => (
          <>
            <td>
              <Deviation of={of} />
            </td>
            <td>
              <Done of={of} />
            </td>
          </>
        )}
      </For>
    </>
  )
}
