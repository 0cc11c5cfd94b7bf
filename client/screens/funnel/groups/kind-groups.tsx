import { Show } from 'solid-js'
import { COMPACT, createMedia } from '../../../ui/look/media.ts'
import { useHeading } from '../blocks/use-heading.ts'
import { GroupSteps } from '../steps/group-steps.tsx'
import { Compare } from './compare.tsx'
import { GroupTable } from './group-table.tsx'
import { createKindGroups } from './use-kind.ts'
import './groups.css'

/** A kind in a variant: its customers, managers or departments side by side. */
export function KindGroups(props: { readonly kind: string }) {
  const isCompact = createMedia(COMPACT)
  const heading = useHeading()
  const title = () => heading(props.kind)
  const groups = createKindGroups(() => props.kind)
  return (
    <section class="block" aria-label={title()}>
      <header>
        <h2>{title()}</h2>
        <Compare kind={props.kind} states={groups.states()} />
      </header>
      <Show when={isCompact()} fallback={<GroupTable kind={props.kind} groups={groups} title={title()} />}>
        <GroupSteps groups={groups} />
      </Show>
    </section>
  )
}
