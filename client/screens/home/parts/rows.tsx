import { A } from '@solidjs/router'
import { For, type JSX, Show } from 'solid-js'

export interface HomeRow {
  readonly id: string
  readonly to: string
  readonly main: JSX.Element
  readonly second?: JSX.Element
  readonly end?: JSX.Element
  readonly isLate?: boolean
}

/** A few records, each of which leads to its card; words where there are none. */
export function Rows(props: { readonly rows: readonly HomeRow[] | undefined; readonly nothing: string }) {
  return (
    <Show when={props.rows?.length !== 0} fallback={<p class="dim home-nothing">{props.nothing}</p>}>
      <ul class="home-rows">
        <For each={props.rows}>
          {(row) => (
            <li>
              <A href={row.to} class="home-row">
                <span class="home-row-main">
                  <span class="cut">{row.main}</span>
                  <Show when={row.second}>
                    <span class="dim cut">{row.second}</span>
                  </Show>
                </span>
                <span class="home-row-end" classList={{ late: row.isLate ?? false }}>
                  {row.end}
                </span>
              </A>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
