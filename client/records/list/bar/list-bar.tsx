import { createSignal, type JSX, Show } from 'solid-js'
import { rowsOf } from '../../../../shared/filters/filter.ts'
import { SearchField } from '../../../ui/inputs/search-field.tsx'
import { Segmented } from '../../../ui/inputs/segmented.tsx'
import { ColumnsMenu } from '../../../ui/table/columns-menu.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { ListDefinition } from '../definition.ts'
import { FilterProvider } from '../filter/context.tsx'
import { FilterPanel } from '../filter/panel.tsx'
import type { OpenGroups } from '../open-groups.ts'
import type { ListState } from '../state.ts'
import { FilterRow } from './filter-row.tsx'
import { GroupMenu } from './group-menu.tsx'
import './list-bar.css'

/** What the bar over a list is given. */
export interface ListBarProps<R extends { readonly id: string }> {
  readonly definition: ListDefinition<R>
  readonly state: ListState
  readonly groups: OpenGroups
  /** In the place of the scopes, for a list that has its own way of choosing. */
  readonly scopes?: JSX.Element
}

/** How a list is looked at: its scope, quick filters, search, groups, columns; and, unfolded, the whole filter. */
export function ListBar<R extends { readonly id: string }>(props: ListBarProps<R>) {
  const { t } = useWords()
  const [isUnfolded, setUnfolded] = createSignal(false)
  const without = () => rowsOf(props.definition.always).map((row) => row.field)
  return (
    <FilterProvider collection={props.definition.collection} without={without()} offers={props.definition.offers}>
      <Show when={props.scopes} fallback={<Scopes {...props} />}>
        {props.scopes}
      </Show>
      <FilterRow
        quick={props.definition.quick}
        filter={props.state.view().filter}
        onChange={(filter) => props.state.change({ filter })}
        counted={props.state.rest()}
        isUnfolded={isUnfolded()}
        onUnfold={() => setUnfolded(!isUnfolded())}
        isAlone={props.definition.scopes.length === 0}
      />
      <div class="list-bar-looks">
        <SearchField
          label={t('lists.search')}
          value={props.state.view().search}
          onInput={(search) => props.state.change({ search })}
        />
        <Looks {...props} without={without()} />
      </div>
      <Show when={isUnfolded()}>
        <FilterPanel
          filter={props.state.view().filter}
          onChange={(filter) => props.state.change({ filter })}
          onReset={() => props.state.change({ filter: props.definition.first.filter })}
          onClose={() => setUnfolded(false)}
        />
      </Show>
    </FilterProvider>
  )
}

function Scopes<R extends { readonly id: string }>(props: ListBarProps<R>) {
  const { t } = useWords()
  return (
    <Show when={props.definition.scopes.length > 0}>
      <Segmented
        bare
        label={t('lists.scope')}
        value={props.state.scope().id}
        options={props.definition.scopes.map(({ id, label }) => ({ value: id, label }))}
        onCommit={(id) => {
          const scope = props.definition.scopes.find((one) => one.id === id)
          if (scope) props.state.setScope(scope)
        }}
      />
    </Show>
  )
}

function Looks<R extends { readonly id: string }>(props: ListBarProps<R> & { readonly without: readonly string[] }) {
  const shown = () => props.state.view().columns
  const setColumns = (fields: readonly string[]) =>
    props.state.change({ columns: fields.map((field) => shown().find((one) => one.field === field) ?? { field }) })
  return (
    <>
      <GroupMenu
        collection={props.definition.collection}
        without={props.without}
        group={props.state.view().group}
        onChange={(group) => props.state.change({ group })}
        onCloseAll={props.groups.closeAll}
        onOpenAll={props.groups.openAll}
      />
      <ColumnsMenu
        columns={props.definition.columns()}
        shown={shown().map(({ field }) => field)}
        first={props.definition.first.columns.map(({ field }) => field)}
        onChange={setColumns}
      />
    </>
  )
}
