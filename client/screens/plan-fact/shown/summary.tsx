import { For, type JSX, Show } from 'solid-js'
import { useWords } from '../../../ui/words/words.tsx'
import { type PlanFactApi, usePlanFact } from '../context.tsx'
import type { HeldRow } from '../view/rows.ts'
import { FactButton } from './fact-button.tsx'
import { Deviation, Done } from './sign.tsx'

/** The totals, and what they are expected to come to. */
export function Summary() {
  const { t } = useWords()
  const api = usePlanFact()
  const { rows } = api
  const total = () => rows().at(-1)
  return (
    <Show when={total()}>
      {(row) => (
        <section class="fact-summary" aria-label={t('planFact.total')}>
          <Fact row={row()} />
          <Plans row={row()} />
          <Expected row={row()} periods={[0, lastOf(api)]} title={t('planFact.forecast')} />
          <Present row={row()} />
        </section>
      )}
    </Show>
  )
}

function Fact(props: { readonly row: HeldRow }) {
  const { t } = useWords()
  const api = usePlanFact()
  return (
    <Tile title={t('planFact.columns.fact')}>
      <strong>
        <FactButton of="fact" row={props.row} periods={[0, lastOf(api)]} value={props.row.whole.fact} />
      </strong>
    </Tile>
  )
}

/** What each plan says, and how far it is done. */
function Plans(props: { readonly row: HeldRow }) {
  const { answer, view, words } = usePlanFact()
  return (
    <For each={answer()?.plans}>
      {(plan, at) => {
        const of = () => props.row.whole.plans[at()]
        return (
          <Tile title={words.plan(plan)}>
            <strong>{words.figure(view().measure, of()?.plan ?? null)}</strong>
            <span>
              <Done of={of()} /> · <Deviation of={of()} />
            </span>
          </Tile>
        )
      }}
    </For>
  )
}

/** The period under way, where one is and it is not the whole plan. */
function Present(props: { readonly row: HeldRow }) {
  const { t } = useWords()
  const { answer, span, view } = usePlanFact()
  const present = () => {
    const { pace, periods } = answer() ?? {}
    const at = pace?.present ?? -1
    return periods && at >= 0 && at < periods.length && periods.length > 1 ? at : null
  }
  return (
    <Show when={view().mode === 'period' && present() !== null}>
      <Expected
        row={props.row}
        periods={[present() ?? 0, present() ?? 0]}
        title={t('planFact.forecastOf', { period: span([present() ?? 0, present() ?? 0]) })}
      />
    </Show>
  )
}

function Expected(props: {
  readonly row: HeldRow
  readonly periods: readonly [number, number]
  readonly title: string
}) {
  const { t } = useWords()
  const { view, words } = usePlanFact()
  const isOne = () => props.periods[0] === props.periods[1]
  const pace = () => (isOne() ? (props.row.paces[props.periods[0]] ?? null) : props.row.end.pace)
  const open = () => (isOne() ? (props.row.opens[props.periods[0]] ?? 0) : props.row.end.open)
  return (
    <Tile title={props.title}>
      <dl>
        <dt>{t('planFact.byPace')}</dt>
        <dd>{pace() === null ? t('planFact.noPace') : words.figure(view().measure, pace())}</dd>
        <dt>{t('planFact.byOpen')}</dt>
        <dd>
          <FactButton of="ahead" row={props.row} periods={props.periods} value={open()} />
        </dd>
      </dl>
    </Tile>
  )
}

function Tile(props: { readonly title: string; readonly children: JSX.Element }) {
  return (
    <div class="fact-tile">
      <h2>{props.title}</h2>
      {props.children}
    </div>
  )
}

/** The place of the last period. */
function lastOf({ answer }: PlanFactApi): number {
  return Math.max(0, (answer()?.periods.length ?? 1) - 1)
}
