import type { Accessor } from 'solid-js'
import { createEffect, createSignal, onCleanup } from 'solid-js'
import type { CollectionName } from '../../../../shared/collections.ts'
import type { FailureCode } from '../../../../shared/errors.ts'
import type { Change, Changed } from '../../../../shared/lists/change-records.ts'
import { canGroup } from '../../../../shared/lists/fields.ts'
import { isStop, type Progress, type UnderWay } from '../../../../shared/under-way.ts'
import { useData } from '../../../data/page/solid.tsx'
import { type GroupHead, isHead, type ListQuery } from '../../../data/queries/query.ts'
import { createWork } from '../../../ui/work/create-work.ts'
import { useActs } from '../../acts/use-acts.ts'
import { fieldOf } from './act.ts'

/** What an act would come to. */
export interface Preview {
  readonly changed: number
  /** How many of these have which value now, where that can be told in short. */
  readonly from: readonly GroupHead[]
  readonly same: number
  /** Those that it cannot be done to, by reason. */
  readonly left: readonly { readonly code: FailureCode; readonly count: number; readonly names: readonly string[] }[]
}

/** How many of those left out are named, for each reason. */
const NAMED = 5
/** More present values than this are not told apart. */
const MOST_VALUES = 12

/** A preview that is made anew for every change. */
export interface LivePreview {
  /** Undefined while it is being made, or nothing is chosen. */
  readonly preview: Accessor<Preview | undefined>
  /** How far it is, where that takes long. */
  readonly progress: Accessor<Progress | null>
}

/** Tries a change out on records, whenever it is another one. What stands in the way is said. */
export function createPreview(
  collection: CollectionName,
  ids: readonly string[],
  change: Accessor<Change | null>,
): LivePreview {
  const data = useData()
  const acts = useActs()
  const [preview, setPreview] = createSignal<Preview>()
  const list = (some: readonly string[], part: Partial<ListQuery>): ListQuery => ({
    what: 'list',
    collection,
    filter: [],
    search: '',
    sort: [],
    group: [],
    from: 0,
    to: MOST_VALUES,
    ids: some,
    ...part,
  })

  const valuesBefore = async (one: Change, changed: readonly string[]): Promise<readonly GroupHead[]> => {
    const field = fieldOf(one)
    if (field === null || changed.length === 0 || !canGroup(collection, field)) return []
    const { rows } = await data.once(list(changed, { group: [field], closed: { all: true, except: [] } }))
    return rows.filter(isHead)
  }
  const named = async (some: readonly string[]): Promise<readonly string[]> => {
    const { rows } = await data.once(list(some.slice(0, NAMED), {}))
    return rows.map((row) => String((isHead(row) ? null : (row.number ?? row.name)) ?? ''))
  }
  const leftOut = (left: Changed['left']) =>
    Promise.all(
      [...Map.groupBy(left, ({ code }) => code)].map(async ([code, some]) => ({
        code,
        count: some.length,
        names: await named(some.map(({ id }) => id)),
      })),
    )

  const work = createWork('change-stopped')
  onCleanup(work.stop)
  createEffect(() => {
    const one = change()
    setPreview(undefined)
    work.stop()
    if (one) void acts.attempt(() => work.run((underWay) => tryOut(one, underWay)).catch(unlessStopped))
  })
  const tryOut = async (one: Change, underWay: UnderWay) => {
    await drawn()
    const { changed, same, left } = await data.tryOut('changeRecords', { collection, ids, change: one }, underWay)
    const [from, out] = await Promise.all([valuesBefore(one, changed), leftOut(left)])
    if (change() === one) setPreview({ changed: changed.length, from, same: same.length, left: out })
  }
  return { preview, progress: work.progress }
}

/** What was chosen is on the screen: trying it out takes a processor that drawing it may need. */
function drawn(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}

/** Another change was chosen meanwhile, or none: nobody waits for this one. */
function unlessStopped(error: unknown): void {
  if (!isStop(error)) throw error
}
