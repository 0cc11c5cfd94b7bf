import { For, Show } from 'solid-js'
import type { Taken } from '../../../../shared/mailings/importing/taken-consents.ts'
import { useWords } from '../../../ui/words/words.tsx'
import type { ConsentPlan } from './plan.ts'

/** So many rows are shown of each sort. */
const SHOWN = 8
const TAKEN = ['agrees', 'withdraws', 'known', 'later'] as const satisfies readonly Taken[]

/** What would become of the rows of a file of consents. */
export function Preview(props: { readonly plan: ConsentPlan }) {
  const { t, format } = useWords()
  const count = (taken: Taken) => props.plan.foreseen.filter((one) => one.taken === taken).length
  const refused = () => props.plan.file.refused
  return (
    <>
      <ul class="consents-sums">
        <For each={TAKEN.filter((taken) => count(taken) > 0)}>
          {(taken) => <li>{t(`mailings.load.sums.${taken}`, { n: count(taken) })}</li>}
        </For>
        <Show when={refused().length > 0}>
          <li>{t('mailings.load.sums.refused', { n: refused().length })}</li>
        </Show>
      </ul>
      <ul class="consents-rows">
        <For each={props.plan.foreseen.slice(0, SHOWN)}>
          {({ row, taken }) => (
            <li>
              <span class="cut">{row.to}</span>
              <span class="dim">{format.day(row.at)}</span>
              <span class="cut dim">{row.where || t(`records.choices.${row.by}`)}</span>
              <span>{t(`mailings.load.taken.${taken}`)}</span>
            </li>
          )}
        </For>
        <For each={refused().slice(0, SHOWN)}>
          {({ line, text, fault }) => (
            <li class="refused">
              <span class="cut">{text}</span>
              <span class="dim">{t('mailings.load.line', { n: line })}</span>
              <span class="cut">{t(`mailings.load.faults.${fault}`)}</span>
            </li>
          )}
        </For>
      </ul>
    </>
  )
}
