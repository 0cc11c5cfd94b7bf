import ChevronRight from 'lucide-solid/icons/chevron-right'
import { createMemo, Index, Show } from 'solid-js'
import type { FunnelBlock } from '../../../../../shared/funnel/index.ts'
import { Legend } from '../../blocks/legend.tsx'
import { Orphans } from '../../blocks/orphans.tsx'
import { LineCells } from '../../blocks/table/line-cells.tsx'
import { StateRow } from '../../blocks/table/state-row.tsx'
import { useFunnel } from '../../context.tsx'
import { linesOf } from '../../figures/line.ts'
import type { Group } from '../groups.ts'
import { useExpanded } from '../use-expanded.ts'
import type { KindGroups } from '../use-kind.ts'

/** A group's row, and while it is expanded those of its states with the legend of its losses. */
export function GroupRows(props: { readonly groups: KindGroups; readonly id: string }) {
  const { isOpen } = useExpanded()
  return (
    <Show when={props.groups.block(props.id)}>
      {(block) => (
        <>
          <Show when={props.groups.group(props.id)}>
            {(group) => <GroupRow groups={props.groups} block={block()} group={group()} />}
          </Show>
          <Show when={isOpen(props.id)}>
            <StateRows groups={props.groups} block={block()} id={props.id} />
          </Show>
        </>
      )}
    </Show>
  )
}

function GroupRow(props: { readonly groups: KindGroups; readonly block: FunnelBlock; readonly group: Group }) {
  const funnel = useFunnel()
  const { isOpen, toggle } = useExpanded()
  const name = () => funnel.groupName(props.group.group)
  const hue = () => (props.group.line.state === null ? null : funnel.names.state(props.group.line.state).hue)
  return (
    <tr class="group">
      <th scope="row">
        <button
          type="button"
          class="expand"
          aria-expanded={isOpen(props.group.key)}
          onClick={() => toggle(props.group.key)}
        >
          <ChevronRight class="icon" aria-hidden="true" />
          <span class="cut">{name()}</span>
        </button>
      </th>
      <LineCells
        block={props.block}
        line={props.group.line}
        name={name()}
        most={props.groups.mostLosses()}
        bar={(props.group.line.reached / Math.max(props.groups.mostReached(), 1)) * 100}
        hue={hue()}
      />
    </tr>
  )
}

function StateRows(props: { readonly groups: KindGroups; readonly block: FunnelBlock; readonly id: string }) {
  const funnel = useFunnel()
  const lines = createMemo(() => linesOf(props.block, props.groups.spread(props.id)))
  return (
    <>
      <Index each={lines()}>
        {(line, index) => (
          <StateRow block={props.block} line={line()} place={index + 1} most={props.groups.mostLosses()} sub />
        )}
      </Index>
      <Show when={props.block.reasons.length + props.block.orphans.length > 0}>
        <tr class="sub">
          <td class="under" colSpan={funnel.columns().length + 1}>
            <Legend block={props.block} />
            <Orphans block={props.block} />
          </td>
        </tr>
      </Show>
    </>
  )
}
