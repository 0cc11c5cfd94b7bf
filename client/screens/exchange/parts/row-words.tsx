import { For, Match, Switch } from 'solid-js'
import { shownAt } from '../../../../shared/custom/known.ts'
import type { LaidOut } from '../../../../shared/importing/layout/layout.ts'
import { rowProblemText } from '../../../../shared/importing/refused.ts'
import type { FieldChange, RowProblem } from '../../../../shared/importing/report.ts'
import { DICTIONARIES } from '../../../../shared/locales/dictionaries.ts'
import type { Json } from '../../../../shared/records/declarations/value.ts'
import { createCurrency } from '../../../records/company.ts'
import { choiceTitle, pathTitle } from '../../../records/words/labels.ts'
import { useWords } from '../../../ui/words/words.tsx'
import type { Outcome, RowView } from '../reading/views.ts'

/** What becomes of a row, in words: what changes, or why it is refused. */
export function RowWords(props: {
  readonly row: RowView
  readonly outcome: Outcome
  readonly what: LaidOut | 'orders'
}) {
  const { t } = useWords()
  return (
    <Switch>
      <Match when={props.outcome === 'created'}>{t('exchange.preview.create')}</Match>
      <Match when={props.outcome === 'same'}>{t('exchange.preview.stays')}</Match>
      <Match when={props.outcome === 'changed'}>
        <ul class="exchange-row">
          <For each={props.row.changes}>{(change) => <Change change={change} what={props.what} />}</For>
        </ul>
      </Match>
      <Match when={props.outcome === 'refused'}>
        <ul class="exchange-row">
          <For each={props.row.problems}>{(problem) => <Problem problem={problem} />}</For>
        </ul>
      </Match>
    </Switch>
  )
}

function Change(props: { readonly change: FieldChange; readonly what: LaidOut | 'orders' }) {
  const { t, format } = useWords()
  const currency = createCurrency()
  const shown = (value: Json) => {
    const { what, change } = props
    const field = shownAt(what, change.field)
    if (value === null || value === '') return t('exchange.preview.nothing')
    if (field?.choices) return choiceTitle(t, what, { name: change.field, field }, String(value))
    return field?.type === 'money' ? format.money(Number(value), currency()) : String(value)
  }
  const words = () => {
    const { field, before, after } = props.change
    return t('exchange.preview.change', {
      field: pathTitle(t, props.what, field),
      before: shown(before),
      after: shown(after),
    })
  }
  return <li>{words()}</li>
}

function Problem(props: { readonly problem: RowProblem }) {
  const { language } = useWords()
  return <li>{rowProblemText(props.problem, DICTIONARIES[language()])}</li>
}
