import ListPlus from 'lucide-solid/icons/list-plus'
import Plus from 'lucide-solid/icons/plus'
import X from 'lucide-solid/icons/x'
import { Index, Show } from 'solid-js'
import { type At, withAdded, withGrouped, withMoved, withNode, withSwitched } from '../../../../shared/filters/edit.ts'
import {
  type Filter,
  type FilterGroup,
  type FilterNode,
  isGroup,
  JOINS,
  type Join,
} from '../../../../shared/filters/filter.ts'
import { Button, IconButton } from '../../../ui/actions/button.tsx'
import { Checkbox } from '../../../ui/inputs/toggles/checkbox.tsx'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import type { MenuItem } from '../../../ui/overlays/panes/menu.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createFreshRow, Row } from './row.tsx'
import './filter.css'

/** What the form of a filter is given; it stands inside a FilterProvider. */
export interface FilterPanelProps {
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
  readonly onReset: () => void
  readonly onClose: () => void
}

/** A filter as a tree of conditions: rows and groups, switched on and off, moved, nested. Each change takes effect at once. */
export function FilterPanel(props: FilterPanelProps) {
  const { t } = useWords()
  return (
    <section class="filter-panel" aria-label={t('lists.filter.title')}>
      <header>
        <p class="dim">{t(props.filter.length === 0 ? 'lists.filter.empty' : 'lists.filter.all')}</p>
        <IconButton icon={X} label={t('lists.filter.close')} onClick={() => props.onClose()} />
      </header>
      <Nodes {...props} nodes={props.filter} at={[]} />
      <footer>
        <Adding {...props} at={[]} />
        <Show when={props.filter.length > 0}>
          <Button look="ghost" size="small" onClick={() => props.onReset()}>
            {t('lists.filter.reset')}
          </Button>
        </Show>
      </footer>
    </section>
  )
}

interface PartProps extends FilterPanelProps {
  readonly at: At
}

function Nodes(props: PartProps & { readonly nodes: readonly FilterNode[] }) {
  return (
    <div class="filter-nodes">
      <Index each={props.nodes}>
        {(node, i) => <Node {...props} node={node()} at={[...props.at, i]} count={props.nodes.length} />}
      </Index>
    </div>
  )
}

interface NodeProps extends PartProps {
  readonly node: FilterNode
  /** How many stand beside it, itself counted. */
  readonly count: number
}

function Node(props: NodeProps) {
  const { t } = useWords()
  const acts = createActs(props)
  const asGroup = () => (isGroup(props.node) ? props.node : undefined)
  const asRow = () => (isGroup(props.node) ? undefined : props.node)
  const label = () => t('lists.filter.row', { n: props.at.map((position) => position + 1).join('.') })
  return (
    <>
      <Show when={asRow()}>
        {(row) => (
          <Row
            row={row()}
            label={label()}
            acts={acts()}
            onChange={(changed) => props.onChange(withNode(props.filter, props.at, changed))}
            onSwitch={(isOn) => props.onChange(withSwitched(props.filter, props.at, isOn))}
          />
        )}
      </Show>
      <Show when={asGroup()}>{(group) => <Group {...props} group={group()} label={label()} />}</Show>
    </>
  )
}

function Group(props: NodeProps & { readonly group: FilterGroup; readonly label: string }) {
  const { t } = useWords()
  return (
    <fieldset class="filter-group" classList={{ off: props.group.off ?? false }} aria-label={props.label}>
      <div class="filter-group-head">
        <Checkbox
          bare
          label={t('lists.filter.on')}
          checked={!props.group.off}
          onCommit={(isOn) => props.onChange(withSwitched(props.filter, props.at, isOn))}
        />
        <Segmented<Join>
          bare
          label={t('lists.filter.join')}
          value={props.group.join}
          options={JOINS.map((value) => ({ value, label: t(`lists.filter.joins.${value}`) }))}
          onCommit={(join) => props.onChange(withNode(props.filter, props.at, { ...props.group, join }))}
        />
        <IconButton
          class="filter-acts"
          icon={X}
          label={t('common.remove')}
          onClick={() => props.onChange(withNode(props.filter, props.at, null))}
        />
      </div>
      <Nodes {...props} nodes={props.group.of} />
      <div class="filter-adding">
        <Adding {...props} />
      </div>
    </fieldset>
  )
}

function Adding(props: PartProps) {
  const { t } = useWords()
  const freshRow = createFreshRow()
  const add = (node: FilterNode) => props.onChange(withAdded(props.filter, props.at, node))
  return (
    <>
      <Button look="ghost" size="small" icon={Plus} onClick={() => add(freshRow())}>
        {t('lists.filter.addRow')}
      </Button>
      <Button
        look="ghost"
        size="small"
        icon={ListPlus}
        onClick={() => add({ join: 'or', of: [freshRow(), freshRow()] })}
      >
        {t('lists.filter.addGroup')}
      </Button>
    </>
  )
}

function createActs(props: NodeProps): () => readonly MenuItem[] {
  const { t } = useWords()
  const change = (filter: Filter) => props.onChange(filter)
  const last = () => props.at.at(-1) ?? 0
  return () => [
    { label: t('common.up'), disabled: last() === 0, onSelect: () => change(withMoved(props.filter, props.at, -1)) },
    {
      label: t('common.down'),
      disabled: last() === props.count - 1,
      onSelect: () => change(withMoved(props.filter, props.at, 1)),
    },
    { label: t('lists.filter.group'), onSelect: () => change(withGrouped(props.filter, props.at, 'or')) },
    'line',
    { label: t('common.remove'), destroys: true, onSelect: () => change(withNode(props.filter, props.at, null)) },
  ]
}
