import { For, Show } from 'solid-js'
import type { FileProblem } from '../../../../shared/importing/reading/problem.ts'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { Fact } from '../../../ui/layout/fact.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { FileView } from '../reading/views.ts'

const SEPARATORS = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' } as const

/** What was found out about a file, and which of its tables is meant. */
export function AboutFile(props: {
  readonly file: FileView
  readonly at: number
  readonly isBusy: boolean
  readonly onTable: (at: number) => void
}) {
  const { t, format } = useWords()
  const table = () => props.file.tables[props.at]
  const separator = () => Object.entries(SEPARATORS).find(([sign]) => sign === props.file.separator)?.[1]
  /** Orders stand behind the tables. */
  const choices = () => [
    ...props.file.tables.map(({ title }) => title || t(`exchange.forms.${props.file.form}`)),
    ...(props.file.orders > 0 ? [t('exchange.orders.title')] : []),
  ]
  return (
    <Section title={t('exchange.file.title')}>
      <dl class="facts">
        <Fact name={t('exchange.file.form')}>{t(`exchange.forms.${props.file.form}`)}</Fact>
        <Show when={table()}>
          {(shown) => <Fact name={t('exchange.file.rows')}>{format.integer(shown().rows)}</Fact>}
        </Show>
        <Show when={props.file.encoding}>
          {(encoding) => <Fact name={t('exchange.file.encoding')}>{encoding()}</Fact>}
        </Show>
        <Show when={separator()}>
          {(name) => <Fact name={t('exchange.file.separator')}>{t(`exchange.separators.${name()}`)}</Fact>}
        </Show>
        <Show when={table()?.broken}>
          {(broken) => <Fact name={t('exchange.file.broken')}>{format.integer(broken())}</Fact>}
        </Show>
      </dl>
      <Show when={props.file.tables.length === 0 && !props.file.statement && props.file.orders === 0}>
        <Banner look="warn">{t('exchange.file.empty')}</Banner>
      </Show>
      <Show when={choices().length > 1}>
        <Select
          label={t('exchange.file.table')}
          value={String(props.at)}
          disabled={props.isBusy}
          options={choices().map((label, at) => ({ value: String(at), label }))}
          onCommit={(at) => props.onTable(Number(at))}
        />
      </Show>
      <Show when={props.file.problemCount > 0}>
        <details class="exchange-problems">
          <summary>{t('exchange.problems', { n: props.file.problemCount })}</summary>
          <ul>
            <For each={props.file.problems}>{(problem) => <Problem problem={problem} />}</For>
          </ul>
        </details>
      </Show>
    </Section>
  )
}

function Problem(props: { readonly problem: FileProblem }) {
  const { t } = useWords()
  const sentence = () => t(`importing.reading.${props.problem.code}`, props.problem.params)
  const text = () => {
    const { line } = props.problem
    return line === null ? sentence() : t('importing.atLine', { line, sentence: sentence() })
  }
  return <li>{text()}</li>
}
