import { createMemo, createSignal } from 'solid-js'
import { productGroups } from '../../../../shared/goods/collections.ts'
import { withBelow } from '../../../../shared/goods/groups/tree.ts'
import type { UnderWay } from '../../../../shared/under-way.ts'
import { createEvery, createQuery, useData } from '../../../data/page/solid.tsx'
import { type Item, isHead } from '../../../data/queries/query.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { quickRow, withQuickRow } from '../../../records/list/bar/quick-row.ts'
import type { Listing } from '../../../records/list/listing.ts'
import { useToasts } from '../../../ui/toasts/use-toasts.ts'
import { useWords } from '../../../ui/words/words.tsx'
import type { Carried } from './carrying.ts'
import { treeRows } from './tree-view.ts'

/** How many groups are counted at most: each is a row of an answer. */
const MOST_GROUPS = 5_000

/** The tree of groups beside a list of goods: what it shows, which group the list is of, and what can be done. */
export function createGroups(listing: Listing<Item>) {
  const all = createEvery(productGroups)
  const [closed, setClosed] = createSignal<ReadonlySet<string>>(new Set())
  const counts = createCounts()
  const acts = useGroupActs()
  const filter = () => listing.state.view().filter
  const chosen = () => quickRow(filter(), 'group', 'in')?.values ?? []
  return {
    rows: createMemo(() => treeRows(all(), closed(), counts.own())),
    all,
    total: counts.total,
    loose: () => counts.own().get(null) ?? 0,
    /** The group that the list is of; null: of none; undefined: of all, or of several. */
    shown: () => (chosen().length === 1 ? (chosen()[0] as string | null) : undefined),
    show: (group: string | null | undefined) => {
      const values = group === undefined ? [] : [group]
      listing.state.change({ filter: withQuickRow(filter(), { field: 'group', is: 'in', values }) })
    },
    toggle: (group: string) => setClosed((before) => toggled(before, group)),
    /** Whether something can be put into a group, null being the top for groups and no group for goods. */
    takes: (carried: Carried, into: string | null) =>
      'products' in carried || into === null || !withBelow(all(), carried.group).has(into),
    ...acts,
  }
}

export type Groups = ReturnType<typeof createGroups>

/** How many goods each group has itself, and all of them: counted where the data is, not here. */
function createCounts() {
  const heads = createQuery(() => ({
    what: 'list' as const,
    collection: 'products' as const,
    filter: [],
    search: '',
    sort: [],
    group: ['group'],
    closed: { all: true, except: [] },
    from: 0,
    to: MOST_GROUPS,
  }))
  const own = createMemo(() => {
    const found = (heads()?.rows ?? []).filter(isHead)
    return new Map(found.map(({ group, count }) => [group as string | null, count]))
  })
  return { own, total: () => heads()?.count ?? 0 }
}

function useGroupActs() {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const toasts = useToasts()
  const put = (carried: Carried, into: string | null) =>
    'group' in carried
      ? void acts.run('putGroup', { id: carried.group, parent: into }, t('goods.groups.put'))
      : void acts.attempt(async () => {
          const change = { what: 'field', field: 'group', value: into } as const
          const args = { collection: 'products', ids: carried.products, change } as const
          const deed = (underWay: UnderWay) => data.run('changeRecords', args, underWay)
          const { act, result } = await toasts.during(t('goods.groups.putting'), deed, 'change-stopped')
          acts.said(t('goods.groups.putProducts', { n: result.changed.length }), act)
        })
  return {
    put,
    create: async (name: string, parent: string | null) => {
      const id = await data.newId('productGroups')
      await acts.run('createRecord', { collection: 'productGroups', id, values: { name, parent } })
    },
    rename: (id: string, name: string) =>
      acts.run('setRecord', { collection: 'productGroups', id, values: { name } }, t('goods.groups.renamed')),
    remove: (id: string) =>
      void acts.run('removeRecord', { collection: 'productGroups', id }, t('goods.groups.removed')),
  }
}

function toggled(before: ReadonlySet<string>, one: string): ReadonlySet<string> {
  const next = new Set(before)
  if (!next.delete(one)) next.add(one)
  return next
}
