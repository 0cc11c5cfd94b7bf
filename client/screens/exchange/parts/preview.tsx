import Download from 'lucide-solid/icons/download'
import { createSignal, For, Show } from 'solid-js'
import type { LaidOut } from '../../../../shared/importing/layout/layout.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { SimpleTable } from '../../../ui/table/simple-table.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { OUTCOMES, type Outcome, type PlanView, type RowView } from '../reading/views.ts'
import { RowWords } from './row-words.tsx'

/** What will come of a file, by what becomes of its rows; then it is taken in. */
export function Preview(props: {
  readonly plan: PlanView
  readonly what: LaidOut | 'orders'
  readonly isBusy: boolean
  readonly onTake: () => void
  readonly onRefused: () => void
}) {
  const { t, format } = useWords()
  const [chosen, setChosen] = createSignal<Outcome | null>(null)
  const most = () => OUTCOMES.find((one) => props.plan.counts[one] > 0) ?? 'created'
  const outcome = () => chosen() ?? most()
  const rows = () => props.plan.first[outcome()]
  const all = () => props.plan.counts[outcome()]
  const taken = () => props.plan.counts.created + props.plan.counts.changed
  return (
    <Section title={t('exchange.preview.title')}>
      <Segmented
        label={t('exchange.preview.show')}
        bare
        value={outcome()}
        options={OUTCOMES.map((one) => ({
          value: one,
          label: t(`exchange.preview.${one}`, { n: format.integer(props.plan.counts[one]) }),
        }))}
        onCommit={setChosen}
      />
      <SimpleTable<RowView>
        label={t('exchange.preview.title')}
        rows={rows()}
        columns={[
          { id: 'line', title: t('exchange.preview.line'), width: 80, align: 'end', cell: (row) => row.line },
          { id: 'name', title: t('exchange.preview.name'), cell: (row) => row.name },
          {
            id: 'why',
            title: t('exchange.preview.why'),
            cell: (row) => <RowWords row={row} outcome={outcome()} what={props.what} />,
          },
        ]}
        empty={<p class="dim">{t('exchange.preview.none')}</p>}
      />
      <Show when={all() > rows().length}>
        <p class="dim">
          {t('exchange.preview.first', { shown: format.integer(rows().length), all: format.integer(all()) })}
        </p>
      </Show>
      <Notes notes={props.plan.notes} />
      <div class="exchange-acts">
        <Button look="primary" disabled={props.isBusy || taken() === 0} onClick={props.onTake}>
          {t('exchange.take', { n: taken() })}
        </Button>
        <Show when={props.plan.counts.refused > 0}>
          <Button icon={Download} disabled={props.isBusy} onClick={props.onRefused}>
            {t('exchange.refused.save')}
          </Button>
        </Show>
      </div>
    </Section>
  )
}

/** What is odd about rows that go in, or was taken for granted. */
function Notes(props: { readonly notes: PlanView['notes'] }) {
  const { t } = useWords()
  return (
    <Show when={props.notes.length > 0}>
      <details class="exchange-problems">
        <summary>{t('exchange.preview.notes', { n: props.notes.length })}</summary>
        <ul>
          <For each={props.notes}>
            {({ code, column, to, rows, line }) => (
              <li>
                {t('exchange.preview.problem', { column, why: t(`importing.notes.${code}`, { to, rows, line }) })}
              </li>
            )}
          </For>
        </ul>
      </details>
    </Show>
  )
}
