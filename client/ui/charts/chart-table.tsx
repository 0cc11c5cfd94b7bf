import { For } from 'solid-js'
import type { ChartProps } from './series.ts'

/** The figures of a chart for screen readers. */
export function ChartTable(props: ChartProps) {
  const told = (value: number | null | undefined) => (value == null ? '' : props.value(value))
  return (
    <div class="said">
      <table aria-label={props.label}>
        <thead>
          <tr>
            <td />
            <For each={props.series}>{({ name }) => <th scope="col">{name}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={props.points}>
            {(point, at) => (
              <tr>
                <th scope="row">{point}</th>
                <For each={props.series}>{({ values }) => <td>{told(values[at()])}</td>}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}
