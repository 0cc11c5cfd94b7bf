import ArrowDown from 'lucide-solid/icons/arrow-down'
import ArrowUp from 'lucide-solid/icons/arrow-up'
import { For, Show } from 'solid-js'
import type { Measure } from '../../../../shared/reports/ask.ts'
import type { ReportSort } from '../../../../shared/reports/view/view.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useReport } from '../context.tsx'
import type { Place } from './places.ts'

export interface HeadsProps {
  readonly places: readonly Place[]
  readonly first: string
  /** Whether columns have names: a row of them stands above the measures. */
  readonly isAcross: boolean
}

/** The heads: columns over their measures; each sorts the rows. */
export function Heads(props: HeadsProps) {
  const { t } = useWords()
  const report = useReport()
  const span = () => report.asked()?.measures.length ?? 1
  const groups = () => props.places.filter(({ of }) => of === 0)
  const isOneMeasure = () => span() === 1
  return (
    <thead>
      <Show when={props.isAcross && !isOneMeasure()}>
        <tr>
          <th class="first" />
          <For each={groups()}>
            {(place) => (
              <th scope="colgroup" colSpan={span()} classList={{ sum: place.isTotal }}>
                {place.column}
              </th>
            )}
          </For>
        </tr>
      </Show>
      <tr class="heads">
        <SortHead class="first" label={props.first || t('reports.total')} sort={{ by: 'name', down: false }} />
        <For each={props.places}>
          {(place) => (
            <SortHead
              class={place.isTotal && props.isAcross ? 'sum' : ''}
              label={props.isAcross && isOneMeasure() ? place.column : place.measureName}
              sort={sortOf(place, place.measure)}
            />
          )}
        </For>
      </tr>
    </thead>
  )
}

function sortOf({ column, key, isTotal }: Place, by: Measure): ReportSort {
  return isTotal || column === '' ? { by, down: true } : { by, column: key ?? '', down: true }
}

function SortHead(props: { readonly class: string; readonly label: string; readonly sort: ReportSort }) {
  const { t } = useWords()
  const report = useReport()
  const isOn = () => {
    const { by, column } = report.view().sort
    return by === props.sort.by && column === props.sort.column
  }
  const isDown = () => report.view().sort.down
  const sort = () => report.change({ sort: isOn() ? { ...props.sort, down: !isDown() } : props.sort })
  return (
    <th scope="col" class={props.class} aria-sort={isOn() ? (isDown() ? 'descending' : 'ascending') : undefined}>
      <button
        type="button"
        tabIndex={props.class === 'first' ? 0 : -1}
        title={t('reports.sortBy', { name: props.label })}
        onClick={sort}
      >
        <span>{props.label}</span>
        <Show when={isOn()}>
          {isDown() ? <ArrowDown class="icon" aria-hidden="true" /> : <ArrowUp class="icon" aria-hidden="true" />}
        </Show>
      </button>
    </th>
  )
}
