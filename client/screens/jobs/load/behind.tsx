import { For, Show } from 'solid-js'
import type { LoadCell } from '../../../../shared/jobs/load-table.ts'
import { createQuery } from '../../../data/page/solid.tsx'
import type { PlainListQuery } from '../../../data/queries/answer-to.ts'
import { Due } from '../../../records/jobs/due.tsx'
import { Subject } from '../../../records/jobs/subject.tsx'
import { SideCard } from '../../../ui/layout/side-card.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** A cell of the load that was opened. */
export interface ShownCell {
  /** Whose and when. */
  readonly title: string
  readonly cell: LoadCell
}

/** What the jobs of a cell are given. */
export interface BehindProps {
  readonly cell: ShownCell
  readonly onOpen: (id: string) => void
  readonly onClose: () => void
}

/** The jobs that a cell of the load is made of, each with its hours there. */
export function Behind(props: BehindProps) {
  const { t, format } = useWords()
  const jobs = () => props.cell.cell.jobs
  const answer = createQuery(() => listOf(jobs().map(({ id }) => id)))
  const items = () => answer()?.rows ?? []
  const hoursOf = (id: string) => jobs().find((one) => one.id === id)?.hours ?? 0
  const total = () => {
    const { hours, capacity } = props.cell.cell
    const named = { hours: format.quantity(hours), capacity: format.quantity(capacity) }
    return t(capacity === 0 ? 'jobs.load.totalPlain' : 'jobs.load.total', named)
  }
  return (
    <SideCard over={t('jobs.load.title')} title={props.cell.title} onClose={props.onClose}>
      <p class="dim">{total()}</p>
      <Show when={items().length > 0}>
        <ul class="job-rows" aria-label={props.cell.title}>
          <For each={items()}>
            {(item) => (
              <li>
                <button type="button" class="job-open grow" onClick={() => props.onOpen(item.id)}>
                  <Subject item={item} />
                  <span class="dim cut">
                    {item.customerName} <Due item={item} />
                  </span>
                </button>
                <span class="n">{t('jobs.card.hours', { n: format.quantity(hoursOf(item.id)) })}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </SideCard>
  )
}

function listOf(ids: readonly string[]): PlainListQuery<'jobs'> {
  const shown = { search: '', sort: [{ field: 'due', down: false }], group: [], from: 0, to: ids.length } as const
  return { what: 'list', collection: 'jobs', filter: [], ids, ...shown }
}
