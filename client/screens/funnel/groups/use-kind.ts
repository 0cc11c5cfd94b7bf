import { type Accessor, createMemo } from 'solid-js'
import { type FunnelBlock, keyOf } from '../../../../shared/funnel/index.ts'
import { useFunnel } from '../context.tsx'
import { WHEN_IT_READS_OTHERWISE } from '../view/same.ts'
import { groupsOf, sortGroups } from './groups.ts'

export type KindGroups = ReturnType<typeof createKindGroups>

/** The groups of a kind: their rows, sorted, and the blocks behind them, by key. */
export function createKindGroups(kind: Accessor<string>) {
  const funnel = useFunnel()
  const blocks = createMemo(
    () => funnel.answer()?.blocks.filter((block) => block.kind === kind() && block.group !== undefined) ?? [],
  )
  const blockByKey = createMemo(() => new Map(blocks().map((block) => [keyOf(block), block])))
  const spreadOf = (key: string) => funnel.answer()?.spread.get(key)
  const groups = createMemo(() => groupsOf(blocks(), funnel.groupName, funnel.view().at[kind()], spreadOf))
  const groupByKey = createMemo(() => new Map(groups().map((group) => [group.key, group])))
  const most = (of: 'losses' | 'reached') => createMemo(() => Math.max(...groups().map(({ line }) => line[of]), 0))
  return {
    /** The states of the kind, as its blocks have them. */
    states: createMemo(() => blocks()[0]?.rows.map((row) => row.state) ?? [], [], WHEN_IT_READS_OTHERWISE),
    keys: createMemo(() => sortGroups(groups(), funnel.view().order).map((group) => group.key)),
    group: (key: string) => groupByKey().get(key),
    block: (key: string): FunnelBlock | undefined => blockByKey().get(key),
    spread: spreadOf,
    mostLosses: most('losses'),
    mostReached: most('reached'),
  }
}
