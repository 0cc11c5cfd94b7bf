import Ellipsis from 'lucide-solid/icons/ellipsis'
import ListPlus from 'lucide-solid/icons/list-plus'
import Plus from 'lucide-solid/icons/plus'
import { Index, Show } from 'solid-js'
import { type At, withAdded, withNode, withSwitched } from '../../../../shared/filters/edit.ts'
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
import { Menu } from '../../../ui/overlays/panes/menu.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createActs } from './acts.ts'
import { createFreshRow, Row } from './row.tsx'
import './filter.css'

/** What the tree of a filter is given; it stands inside a FilterProvider. */
export interface FilterTreeProps {
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
  readonly readOnly?: boolean | undefined
}

/** The conditions of a filter: rows and groups, switched on and off, moved, nested. */
export function FilterTree(props: FilterTreeProps) {
  return <Nodes {...props} nodes={props.filter} at={[]} />
}

interface PartProps extends FilterTreeProps {
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
            readOnly={props.readOnly}
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
  const acts = createActs(props)
  return (
    <fieldset
      class="filter-group"
      classList={{ off: props.group.off ?? false }}
      aria-label={props.label}
      disabled={props.readOnly}
    >
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
        <Show when={!props.readOnly}>
          <Menu
            label={t('lists.filter.groupActs')}
            placement="bottom-end"
            items={acts()}
            trigger={(attributes) => (
              <IconButton {...attributes} class="filter-acts" icon={Ellipsis} label={t('lists.filter.groupActs')} />
            )}
          />
        </Show>
      </div>
      <Nodes {...props} nodes={props.group.of} />
      <div class="filter-adding">
        <FilterAdding {...props} />
      </div>
    </fieldset>
  )
}

/** Adds a row, or a group, to the group at a place; to the whole for `[]`. */
export function FilterAdding(props: PartProps) {
  const { t } = useWords()
  const freshRow = createFreshRow()
  const add = (node: FilterNode) => props.onChange(withAdded(props.filter, props.at, node))
  return (
    <Show when={!props.readOnly}>
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
    </Show>
  )
}
