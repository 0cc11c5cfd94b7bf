import { type Accessor, createMemo, Show } from 'solid-js'
import type { Filter } from '../../../../shared/filters/filter.ts'
import { readFilter, writeFilter } from '../../../../shared/filters/text.ts'
import { createHeld } from '../../../ui/inputs/field/held.ts'
import { Banner } from '../../../ui/signs/banner.tsx'
import { FilterAdding, FilterTree } from './tree.tsx'

/** Criteria that a record keeps, as they are edited. */
export interface KeptCriteria {
  /** What is being written, else what stands, in the form of filters/SPEC L10; null: none. */
  readonly shown: Accessor<string | null>
  /** Null: what stands is of no form that this program reads. */
  readonly read: Accessor<Filter | null>
  /** Why the last change was not written. */
  readonly failed: Accessor<string | undefined>
  readonly change: (filter: Filter) => void
}

/** Holds the criteria of a record on the screen until each change of them has come back. */
export function createKeptCriteria(
  kept: Accessor<string | null>,
  write: (criteria: string | null) => unknown,
): KeptCriteria {
  const held = createHeld(kept, write)
  const read = createMemo(() => (held.shown() === null ? [] : readFilter(held.shown() ?? '')))
  const change = (filter: Filter) => held.put(filter.length === 0 ? null : writeFilter(filter))
  return { shown: held.shown, failed: held.failed, read, change }
}

interface CriteriaTreeProps {
  readonly kept: KeptCriteria
  readonly readOnly: boolean
  /** What is said over them where there are none, and where there are; and of those that cannot be read. */
  readonly words: { readonly none: string; readonly all: string; readonly unread: string }
}

/** A tree of conditions with what is to be known of it; each change is written at once. */
export function CriteriaTree(props: CriteriaTreeProps) {
  const part = () => ({ filter: props.kept.read() ?? [], onChange: props.kept.change, readOnly: props.readOnly })
  return (
    <>
      <p class="dim">{part().filter.length === 0 ? props.words.none : props.words.all}</p>
      <Show when={props.kept.read() === null || props.kept.failed()}>
        <Banner look="warn">{props.kept.failed() ?? props.words.unread}</Banner>
      </Show>
      <FilterTree {...part()} />
      <div class="filter-adding">
        <FilterAdding {...part()} at={[]} />
      </div>
    </>
  )
}
