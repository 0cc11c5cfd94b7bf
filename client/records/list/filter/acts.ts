import {
  type At,
  nodeAt,
  withGrouped,
  withMoved,
  withNode,
  withPutIn,
  withTakenOut,
  withUngrouped,
} from '../../../../shared/filters/edit.ts'
import { type Filter, type FilterNode, isGroup } from '../../../../shared/filters/filter.ts'
import type { MenuItem } from '../../../ui/overlays/panes/menu.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** A condition or group of a filter, where it stands, and among how many. */
interface Placed {
  readonly filter: Filter
  readonly node: FilterNode
  readonly at: At
  readonly count: number
  readonly onChange: (filter: Filter) => void
}

/** What can be done with a condition, or a group of them, besides filling it in. */
export function createActs(props: Placed): () => readonly MenuItem[] {
  const { t } = useWords()
  const change = (filter: Filter) => props.onChange(filter)
  const last = () => props.at.at(-1) ?? 0
  const before = () => nodeAt(props.filter, [...props.at.slice(0, -1), last() - 1])
  const isBehindGroup = () => {
    const node = before()
    return node !== undefined && isGroup(node)
  }
  const moving = (): MenuItem[] => [
    { label: t('common.up'), disabled: last() === 0, onSelect: () => change(withMoved(props.filter, props.at, -1)) },
    {
      label: t('common.down'),
      disabled: last() === props.count - 1,
      onSelect: () => change(withMoved(props.filter, props.at, 1)),
    },
  ]
  const grouping = (): MenuItem[] => {
    const wayIn = { label: t('lists.filter.putIn'), onSelect: () => change(withPutIn(props.filter, props.at)) }
    const out = { label: t('lists.filter.takeOut'), onSelect: () => change(withTakenOut(props.filter, props.at)) }
    const own = isGroup(props.node)
      ? { label: t('lists.filter.ungroup'), onSelect: () => change(withUngrouped(props.filter, props.at)) }
      : { label: t('lists.filter.group'), onSelect: () => change(withGrouped(props.filter, props.at, 'or')) }
    return [own, ...(isBehindGroup() ? [wayIn] : []), ...(props.at.length > 1 ? [out] : [])]
  }
  return () => [
    ...moving(),
    ...grouping(),
    'line',
    { label: t('common.remove'), destroys: true, onSelect: () => change(withNode(props.filter, props.at, null)) },
  ]
}
