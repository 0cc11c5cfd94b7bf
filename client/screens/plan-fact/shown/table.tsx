import { createEffect, createSignal, For, on, Show } from 'solid-js'
import { useWords } from '../../../ui/words/words.tsx'
import { usePlanFact } from '../context.tsx'
import type { HeldRow } from '../view/rows.ts'
import { RowCells } from './row-cells.tsx'

/** Pixels; as plan-fact.css has it. */
const ROW = 44
/** Rows beyond those in view that are drawn. */
const AROUND = 10

/** Rows by periods: the first column and the total stay in sight, and of many rows those in view are drawn. */
export function FactTable() {
  const { t } = useWords()
  const { answer, rows } = usePlanFact()
  const [top, setTop] = createSignal(0)
  const [height, setHeight] = createSignal(600)
  const lines = () => rows().slice(0, -1)
  const first = () => Math.max(0, Math.floor(top() / ROW) - AROUND)
  const shown = () => lines().slice(first(), first() + Math.ceil(height() / ROW) + 2 * AROUND)
  let table: HTMLElement | undefined
  const planned = () => JSON.stringify([answer()?.periods, answer()?.pace.present, answer()?.plans.length])
  createEffect(on(planned, () => table && showPresent(table)))
  const below = () => Math.max(0, lines().length - first() - shown().length)
  return (
    <section
      ref={table}
      class="fact-table"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys, too
      tabIndex={0}
      aria-label={t('planFact.title')}
      onScroll={({ currentTarget }) => {
        setTop(currentTarget.scrollTop)
        setHeight(currentTarget.clientHeight)
      }}
    >
      <table aria-rowcount={rows().length + 2}>
        <Heads />
        <tbody>
          <Gap rows={first()} />
          <For each={shown()}>{(row) => <Line row={row} />}</For>
          <Gap rows={below()} />
        </tbody>
        <tfoot>
          <Show when={rows().at(-1)}>{(total) => <Line row={total()} />}</Show>
        </tfoot>
      </table>
    </section>
  )
}

/** Puts the period under way beside the first column. */
function showPresent(table: HTMLElement): void {
  const [first, present] = [table.querySelector('thead th'), table.querySelector('thead th.present')]
  if (!first || !present) return
  table.scrollLeft += present.getBoundingClientRect().left - first.getBoundingClientRect().right
}

function Gap(props: { readonly rows: number }) {
  return (
    <Show when={props.rows > 0}>
      <tr style={{ height: `${props.rows * ROW}px` }} />
    </Show>
  )
}

function Line(props: { readonly row: HeldRow }) {
  const { words, answer } = usePlanFact()
  const last = () => Math.max(0, (answer()?.periods.length ?? 1) - 1)
  return (
    <tr>
      <th scope="row">{words.row(props.row)}</th>
      <RowCells row={props.row} last={last()} />
    </tr>
  )
}

/** Periods, and under each what is told of it. */
function Heads() {
  const { t } = useWords()
  const { answer, words } = usePlanFact()
  const plans = () => answer()?.plans ?? []
  const nth = (at: number) => (plans().length > 1 ? ` ${at + 1}` : '')
  const under = () => [
    ...plans().map((_, at) => t('planFact.columns.plan') + nth(at)),
    t('planFact.columns.fact'),
    ...plans().flatMap((_, at) => [t('planFact.columns.deviation') + nth(at), t('planFact.columns.done') + nth(at)]),
  ]
  return (
    <thead>
      <tr>
        <th rowSpan={2} scope="col">
          {t('planFact.columns.row')}
        </th>
        <For each={answer()?.periods}>
          {(period, at) => (
            <th colSpan={under().length} scope="colgroup" classList={{ present: at() === answer()?.pace.present }}>
              {words.period(period)}
            </th>
          )}
        </For>
        <th colSpan={under().length} scope="colgroup">
          {t('planFact.total')}
        </th>
        <th colSpan={2} scope="colgroup">
          {t('planFact.forecast')}
        </th>
      </tr>
      <tr>
        <For each={[...(answer()?.periods ?? []), null]}>
          {() => <For each={under()}>{(head) => <th scope="col">{head}</th>}</For>}
        </For>
        <th scope="col">{t('planFact.byPace')}</th>
        <th scope="col">{t('planFact.byOpen')}</th>
      </tr>
    </thead>
  )
}
