import { createMemo, For, Index, Show } from 'solid-js'
import type { FunnelBlock } from '../../../../shared/funnel/index.ts'
import { Legend } from '../blocks/legend.tsx'
import { Orphans } from '../blocks/orphans.tsx'
import { useFunnel } from '../context.tsx'
import type { Group } from '../groups/groups.ts'
import { Near } from '../groups/table/near.tsx'
import { inParts, PART } from '../groups/table/parts.ts'
import { useExpanded } from '../groups/use-expanded.ts'
import type { KindGroups } from '../groups/use-kind.ts'
import { StateSteps } from './state-steps.tsx'
import { Step } from './step.tsx'

/** About the height of a group, in pixels. */
const STEP = 84

/** The groups of a kind as phones show them. */
export function GroupSteps(props: { readonly groups: KindGroups }) {
  const parts = createMemo(() => inParts(props.groups.keys(), PART))
  return (
    <Index each={parts()}>
      {(keys, index) => (
        <Near tag="ul" class="steps" height={keys().length * STEP} first={index === 0}>
          <For each={keys()}>{(key) => <GroupOf groups={props.groups} id={key} />}</For>
        </Near>
      )}
    </Index>
  )
}

function GroupOf(props: { readonly groups: KindGroups; readonly id: string }) {
  return (
    <Show when={props.groups.block(props.id)}>
      {(block) => (
        <Show when={props.groups.group(props.id)}>
          {(group) => <GroupStep groups={props.groups} block={block()} group={group()} />}
        </Show>
      )}
    </Show>
  )
}

function GroupStep(props: { readonly groups: KindGroups; readonly block: FunnelBlock; readonly group: Group }) {
  const funnel = useFunnel()
  const { isOpen, toggle } = useExpanded()
  const name = () => funnel.groupName(props.group.group)
  const hue = () => (props.group.line.state === null ? null : funnel.names.state(props.group.line.state).hue)
  return (
    <Step
      block={props.block}
      line={props.group.line}
      most={props.groups.mostLosses()}
      name={name()}
      head={<b class="cut">{name()}</b>}
      meter={(props.group.line.reached / Math.max(props.groups.mostReached(), 1)) * 100}
      hue={hue()}
      open={isOpen(props.group.key)}
      onToggle={() => toggle(props.group.key)}
      more={
        <div class="step-more">
          <StateSteps block={props.block} spread={props.groups.spread(props.group.key)} />
          <Legend block={props.block} />
          <Orphans block={props.block} />
        </div>
      }
    />
  )
}
