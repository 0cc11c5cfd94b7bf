import { createSignal, For } from 'solid-js'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { usePlanFact } from '../context.tsx'
import { FactButton } from './fact-button.tsx'
import { Deviation, Done } from './sign.tsx'

/** The table on a phone: one period at a time, or the whole plan. */
export function OnePeriod() {
  const { t } = useWords()
  const { answer, rows, view, words } = usePlanFact()
  const [chosen, choose] = createSignal<number | null>(null)
  const periods = () => answer()?.periods ?? []
  const at = () => {
    const present = chosen()
    return present !== null && present < periods().length ? present : null
  }
  const span = (): readonly [number, number] => {
    const present = at()
    if (present === null) return [0, Math.max(0, periods().length - 1)]
    return [view().mode === 'period' ? present : 0, present]
  }
  return (
    <>
      <Select
        label={t('planFact.period')}
        value={String(at() ?? '')}
        options={[
          { value: '', label: t('planFact.allPeriods') },
          ...periods().map((period, place) => ({ value: String(place), label: words.period(period) })),
        ]}
        onCommit={(value) => choose(value ? Number(value) : null)}
      />
      <ul class="fact-cards">
        <For each={rows()}>
          {(row) => {
            const cell = () => (at() === null ? row.whole : (row.cells[at() ?? 0] ?? row.whole))
            return (
              <li class="fact-card">
                <h3>{words.row(row)}</h3>
                <dl>
                  <dt>{t('planFact.columns.fact')}</dt>
                  <dd>
                    <FactButton of="fact" row={row} periods={span()} value={cell().fact} />
                  </dd>
                  <For each={cell().plans}>
                    {(of, place) => (
                      <>
                        <dt>{planName(place())}</dt>
                        <dd>
                          {words.figure(view().measure, of.plan)} · <Done of={of} />
                        </dd>
                        <dt>{t('planFact.columns.deviation')}</dt>
                        <dd>
                          <Deviation of={of} />
                        </dd>
                      </>
                    )}
                  </For>
                </dl>
              </li>
            )
          }}
        </For>
      </ul>
    </>
  )

  function planName(place: number): string {
    const plans = answer()?.plans ?? []
    const plan = plans[place]
    return plans.length > 1 && plan ? words.plan(plan) : t('planFact.columns.plan')
  }
}
