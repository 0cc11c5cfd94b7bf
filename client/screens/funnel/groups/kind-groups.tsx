import { For, Show } from 'solid-js'
import { COMPACT, createMedia } from '../../../ui/look/media.ts'
import { Heading } from '../blocks/heading.tsx'
import { Orphans } from '../blocks/orphans.tsx'
import { useHeading } from '../blocks/use-heading.ts'
import { useFunnel } from '../context.tsx'
import { GroupSteps } from '../steps/group-steps.tsx'
import { Compare } from './compare.tsx'
import { Order } from './order.tsx'
import { GroupTable } from './table/group-table.tsx'
import { createKindGroups, type KindGroups as Groups } from './use-kind.ts'
import './groups.css'

/** A kind in a variant: its customers, managers or departments side by side. */
export function KindGroups(props: { readonly kind: string }) {
  const isCompact = createMedia(COMPACT)
  const heading = useHeading()
  const title = () => heading(props.kind)
  const groups = createKindGroups(() => props.kind)
  return (
    <section class="block" aria-label={title()}>
      <Show when={groups.states().length > 0} fallback={<WithoutStates kind={props.kind} groups={groups} />}>
        <header>
          <Heading kind={props.kind} />
          <div class="group-ways">
            <Compare kind={props.kind} states={groups.states()} />
            <Show when={isCompact()}>
              <Order />
            </Show>
          </div>
        </header>
        <Show when={isCompact()} fallback={<GroupTable kind={props.kind} groups={groups} title={title()} />}>
          <GroupSteps groups={groups} />
        </Show>
      </Show>
    </section>
  )
}

/** The groups of a kind whose record is missing: there is nothing to compare, but no order is left out. */
function WithoutStates(props: { readonly kind: string; readonly groups: Groups }) {
  const funnel = useFunnel()
  return (
    <>
      <Heading kind={props.kind} />
      <For each={props.groups.keys()}>
        {(key) => (
          <Show when={props.groups.block(key)}>
            {(block) => (
              <div>
                <h3 class="group-name">{funnel.groupName(block().group ?? null)}</h3>
                <Orphans block={block()} />
              </div>
            )}
          </Show>
        )}
      </For>
    </>
  )
}
