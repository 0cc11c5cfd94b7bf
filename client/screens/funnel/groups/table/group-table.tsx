import ArrowDown from 'lucide-solid/icons/arrow-down'
import ArrowUp from 'lucide-solid/icons/arrow-up'
import { createMemo, For, Index, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { useWords } from '../../../../ui/words/words.tsx'
import { arrows } from '../../blocks/table/arrows.ts'
import { Columns } from '../../blocks/table/columns.tsx'
import { useFunnel } from '../../context.tsx'
import type { Column } from '../../figures/columns.ts'
import { useTitles } from '../../figures/use-titles.ts'
import type { GroupOrder } from '../../view/view.ts'
import { turned } from '../groups.ts'
import type { KindGroups } from '../use-kind.ts'
import { GroupRows } from './group-rows.tsx'
import { Near } from './near.tsx'
import { inParts, PART } from './parts.ts'
import '../../blocks/table/table.css'

/** The groups of a kind as a table, sorted by any column; each expands to its states. */
export function GroupTable(props: { readonly kind: string; readonly groups: KindGroups; readonly title: string }) {
  const { t } = useWords()
  const funnel = useFunnel()
  const { title, hint, wholeHint } = useTitles()
  const parts = createMemo(() => inParts(props.groups.keys(), PART))
  const explained = (column: Column) => (funnel.view().at[props.kind] === undefined ? wholeHint(column) : hint(column))
  const first = () => {
    const { by } = funnel.view()
    return t(by === 'order' ? 'funnel.name' : `funnel.group.${by}`)
  }
  return (
    <table
      class="funnel-table groups"
      classList={{ compared: funnel.beside.days() !== null }}
      aria-label={props.title}
      onKeyDown={arrows}
    >
      <Columns />
      <thead>
        <tr>
          <Head by="name" title={first()} hint={first()} />
          <For each={funnel.columns()}>
            {(column) => <Head by={column} title={title(column)} hint={explained(column)} />}
          </For>
        </tr>
      </thead>
      <Index each={parts()}>
        {(keys, index) => (
          <Near tag="tbody" height={keys().length * ROW} first={index < 2}>
            <For each={keys()}>{(key) => <GroupRows groups={props.groups} id={key} />}</For>
          </Near>
        )}
      </Index>
    </table>
  )
}

/** About the height of a row, in pixels. */
const ROW = 36

function Head(props: { readonly by: GroupOrder['by']; readonly title: string; readonly hint: string }) {
  const funnel = useFunnel()
  const way = () => {
    const { by, down } = funnel.view().order
    if (by !== props.by) return undefined
    return down ? 'descending' : 'ascending'
  }
  return (
    <th scope="col" class={`cell-${props.by}`} aria-sort={way()}>
      <button
        type="button"
        class="sort"
        title={props.hint}
        onClick={() => funnel.change({ order: turned(funnel.view().order, props.by) })}
      >
        <span class="cut">{props.title}</span>
        <Show when={way()}>
          <Dynamic component={way() === 'descending' ? ArrowDown : ArrowUp} class="icon" aria-hidden="true" />
        </Show>
      </button>
    </th>
  )
}
