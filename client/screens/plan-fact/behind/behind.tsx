import { useNavigate } from '@solidjs/router'
import { createMemo, Show } from 'solid-js'
import { createQuery } from '../../../data/page/solid.tsx'
import type { LineBehind, PlanFactBehindQuery } from '../../../data/queries/plans/fact/query.ts'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { Table } from '../../../ui/table/table.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { type Figure, usePlanFact } from '../context.tsx'
import { useLineColumns } from './columns.tsx'

/** The lines of orders behind the figure that was pressed, or behind what is expected. */
export function Behind() {
  const { t } = useWords()
  const { figure, look, span, words } = usePlanFact()
  const title = ({ of, row, periods }: Figure) =>
    t(of === 'fact' ? 'planFact.behindFact' : 'planFact.behindAhead', { row: words.row(row), period: span(periods) })
  return (
    <Dialog
      open={figure() !== null}
      title={figure() ? title(figure() as Figure) : ''}
      size="wide"
      onClose={() => look(null)}
    >
      <Show when={figure()}>{(present) => <Lines figure={present()} />}</Show>
    </Dialog>
  )
}

function Lines(props: { readonly figure: Figure }) {
  const { t } = useWords()
  const { view, words } = usePlanFact()
  const navigate = useNavigate()
  const query = createMemo((): PlanFactBehindQuery => {
    const { of, row, periods } = props.figure
    return { what: 'planFactBehind', of, plans: view().plans, months: view().months, row: row.keys, periods }
  })
  const answer = createQuery(query)
  const lines = () => answer.whole()?.lines ?? []
  const columns = useLineColumns(() => props.figure.of)
  const all = () => lines().reduce((sum, line) => sum + line[view().measure], 0)
  const summary = () =>
    t('planFact.behindSum', {
      lines: t('planFact.behindCount', { n: lines().length }),
      sum: words.figure(view().measure, all()),
    })
  const open = (id: string) => {
    const line = lines()[Number(id)]
    if (line) navigate(`/orders/${line.sort ?? 'customer'}/${line.order}`)
  }
  return (
    <div class="fact-behind">
      <p role="status">{answer.whole() ? summary() : t('common.loading')}</p>
      <Show when={props.figure.of === 'ahead'}>
        <p class="dim">{t('planFact.ruleOpen')}</p>
      </Show>
      <div class="fact-lines" style={{ '--rows': Math.max(1, lines().length) }}>
        <Table<LineBehind & { readonly at: number }>
          label={summary()}
          count={lines().length}
          rowAt={(at) => {
            const line = lines()[at]
            return line && { ...line, at }
          }}
          onRange={() => undefined}
          rowId={({ at }) => String(at)}
          columns={columns()}
          onOpen={open}
          compact={(line) => <Compact line={line} />}
          empty={<p>{t('planFact.nothingBehind')}</p>}
        />
      </div>
    </div>
  )
}

function Compact(props: { readonly line: LineBehind }) {
  const { format } = useWords()
  const { view, words } = usePlanFact()
  return (
    <>
      <p class="cut">
        {props.line.number} · {props.line.product}
      </p>
      <p class="cut dim">
        {format.date(props.line.day)} · {words.figure(view().measure, props.line[view().measure])}
      </p>
    </>
  )
}
