import { For } from 'solid-js'
import { ColumnFace } from '../../board/column-face.tsx'
import { TileFace } from '../../board/tile-face.tsx'
import { Chart } from '../../charts/chart.tsx'
import { BackMeter, Meter } from '../../charts/meter.tsx'
import type { ChartSeries } from '../../charts/series.ts'
import { SplitBar } from '../../charts/split-bar.tsx'
import { StateChip } from '../../state/state-chip.tsx'
import { useWords } from '../../words/words.tsx'
import { STATES, sampleOrder } from './samples.ts'
import { Specimen } from './specimen.tsx'

/** What a card's look says: plain, open beside the board, being carried. */
const CARDS = ['', 'selected', 'carried', ''] as const

export function BoardSpecimens() {
  const { t, format } = useWords()
  return (
    <Specimen name="ColumnFace, TileFace" wide>
      <div class="specimen-board">
        <For each={STATES.slice(0, 4)}>
          {(state, at) => (
            <div>
              <ColumnFace
                name={state.name}
                hue={state.hue}
                number={at() + 1}
                missing={at() === 3}
                count={format.integer(CARDS.length)}
                sum={format.money(1_234_567_800, 'RUB')}
              />
              <div class="specimen-cell">
                <For each={CARDS}>
                  {(look, place) => {
                    const order = sampleOrder(at() * 7 + place())
                    return (
                      <a class={`tile ${look}`} href="#Table">
                        <TileFace
                          title={order.customer}
                          number={order.number}
                          sum={format.money(order.total, 'RUB')}
                          person={place() === 3 ? null : order.person}
                          end={<span class="n">{t('orders.days', { n: order.days })}</span>}
                        />
                      </a>
                    )
                  }}
                </For>
              </div>
            </div>
          )}
        </For>
      </div>
    </Specimen>
  )
}

export function ChartSpecimens() {
  const { format } = useWords()
  const parts = STATES.slice(0, 5).map(({ name, hue }, at) => ({ name, hue, count: 5 - at }))
  return (
    <Specimen name="Meter, BackMeter, SplitBar">
      <For each={[100, 62, 4, 0]}>
        {(value, at) => (
          <div class="specimen-chart">
            <StateChip name={STATES[at()]?.name ?? ''} hue={at() === 3 ? null : (STATES[at()]?.hue ?? null)} />
            <p class="specimen-back">
              <BackMeter value={value} hue={at() === 3 ? null : (STATES[at()]?.hue ?? null)} />
              <span>{format.percent(value)}</span>
            </p>
            <Meter value={value} hue={at() === 3 ? null : (STATES[at()]?.hue ?? null)} />
            <p>
              {at() + 1}
              <SplitBar parts={parts.slice(0, at() + 1)} share={1 - at() / 4} />
            </p>
          </div>
        )}
      </For>
    </Specimen>
  )
}

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09'].map((month) => `2015-${month}-01`)
/** Figures of a chart that look like a business: they grow, they swing, one is unknown. */
const swinging = (from: number, by: number) =>
  MONTHS.map((_, at) => (at === 8 ? null : Math.round(from * (1 + Math.sin(at * by) / 3) + at * 2_000_000)))

export function PlotSpecimens() {
  const { format } = useWords()
  const months = () => MONTHS.map((date) => format.month(date))
  const words = {
    value: (value: number) => format.money(value, 'RUB'),
    short: (value: number) => format.short(value, 2),
  }
  const series = (form: ChartSeries['form']): ChartSeries[] =>
    STATES.slice(0, 4).map(({ name }, at) => ({ name, form, values: swinging(90_000_000 - at * 18_000_000, at + 1) }))
  const names = () => STATES.slice(0, 5).map(({ name }) => name)
  const faint = () => [
    ...series('bar').slice(0, 1),
    ...series('bar')
      .slice(1, 2)
      .map((one) => ({ ...one, faint: true })),
  ]
  return (
    <Specimen name="Chart" wide>
      <Chart label="Lines" points={months()} series={series('line')} {...words} />
      <Chart label="Stacked bars" points={months()} series={series('bar')} stacked {...words} />
      <Chart label="Bars and an earlier period" points={months()} series={faint()} {...words} />
      <Chart label="Sideways" points={names()} series={series('bar').slice(0, 2)} sideways {...words} />
    </Specimen>
  )
}
