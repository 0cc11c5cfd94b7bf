import Play from 'lucide-solid/icons/play'
import { createSignal, For, Show } from 'solid-js'
import { createQuery } from '../../../data/page/solid.tsx'
import type { TrialAnswer } from '../../../data/queries/rules/trial/query.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { ProgressBar } from '../../../ui/work/progress-bar.tsx'
import { TrialRowOf } from './row.tsx'
import './trial.css'

/** Over how many of the latest orders a rule can be tried. */
const LAST = [20, 100, 500] as const
/** So many are told of at first, and so many more at each press. */
const PART = 30

/** «Проверка»: what the rule would have done over the latest orders, as it is set now; nothing is done. */
export function Trial(props: { readonly id: string }) {
  const { t } = useWords()
  const [last, setLast] = createSignal<number>(LAST[0])
  const [turn, setTurn] = createSignal<number | null>(null)
  const [isStopped, setStopped] = createSignal(false)
  let turns = 0
  const answer = createQuery(() => {
    const present = turn()
    return present === null ? null : ({ what: 'trial', rule: props.id, last: last(), turn: present } as const)
  })
  const begin = () => {
    setStopped(false)
    setTurn(++turns)
  }
  const stop = () => {
    setStopped(true)
    setTurn(null)
  }
  const isUnderWay = () => turn() !== null && (answer()?.done ?? 0) < (answer()?.total ?? 0)
  return (
    <div class="trial">
      <p class="dim">{t('rules.trial.lead')}</p>
      <div class="trial-bar">
        <Select
          label={t('rules.trial.last')}
          value={String(last())}
          options={LAST.map((n) => ({ value: String(n), label: t('rules.trial.orders', { n }) }))}
          onCommit={(value) => setLast(Number(value ?? LAST[0]))}
        />
        <Button icon={Play} look="primary" onClick={begin}>
          {t('rules.trial.run')}
        </Button>
      </div>
      <Show when={isUnderWay() && answer()}>
        {(told) => (
          <ProgressBar label={t('rules.trial.running')} progress={{ ...told(), way: 'forth' }} onStop={stop} />
        )}
      </Show>
      <Show when={(turn() !== null || isStopped()) && answer()}>{(told) => <Told told={told()} />}</Show>
    </div>
  )
}

function Told(props: { readonly told: TrialAnswer }) {
  const { t } = useWords()
  const [shown, setShown] = createSignal(PART)
  const count = () => props.told.rows.length
  const words = () =>
    t('rules.trial.found', {
      orders: t('rules.trial.orders', { n: props.told.done }),
      times: t('rules.trial.times', { n: props.told.rows.filter(({ why }) => why === null).length }),
    })
  return (
    <>
      <p role="status">{words()}</p>
      <ol class="runs" aria-label={t('rules.trial.title')}>
        <For each={props.told.rows.slice(0, shown())}>{(row) => <TrialRowOf row={row} />}</For>
      </ol>
      <Show when={count() > shown()}>
        <Button size="small" look="ghost" onClick={() => setShown(shown() + PART)}>
          {t('rules.runs.more', { n: count() - shown() })}
        </Button>
      </Show>
    </>
  )
}
