import Download from 'lucide-solid/icons/download'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import ListChecks from 'lucide-solid/icons/list-checks'
import { createSignal, type JSX, Show } from 'solid-js'
import { rowsOf } from '../../../../shared/filters/filter.ts'
import { IconButton } from '../../../ui/actions/button.tsx'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { SearchField } from '../../../ui/inputs/typed/search-field.tsx'
import { Menu } from '../../../ui/overlays/menu.tsx'
import { ColumnsMenu } from '../../../ui/table/columns/columns-menu.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { FilterProvider } from '../filter/context.tsx'
import { FilterPanel } from '../filter/panel.tsx'
import type { Listing } from '../listing.ts'
import { useSheet } from '../sheet/use-sheet.ts'
import { ViewNotice } from '../views/view-notice.tsx'
import { ViewsMenu } from '../views/views-menu.tsx'
import { FilterRow } from './filter-row.tsx'
import { GroupMenu } from './group-menu.tsx'
import './list-bar.css'

/** What the bar over a list is given. */
export interface ListBarProps<R extends { readonly id: string }> {
  readonly listing: Listing<R>
  /** The list's name, in words: files are called by it. */
  readonly title: string
  /** In the place of the scopes, for a list that has its own way of choosing. */
  readonly scopes?: JSX.Element
}

/** How a list is looked at: its scope, quick filters, search, groups, columns; and, unfolded, the whole filter. */
export function ListBar<R extends { readonly id: string }>(props: ListBarProps<R>) {
  const { t } = useWords()
  const [isUnfolded, setUnfolded] = createSignal(false)
  const without = () => rowsOf(props.listing.definition.always).map((row) => row.field)
  return (
    <FilterProvider
      collection={props.listing.definition.collection}
      without={without()}
      offers={props.listing.definition.offers}
    >
      <Show when={props.scopes} fallback={<Scopes {...props} />}>
        {props.scopes}
      </Show>
      <FilterRow
        quick={props.listing.definition.quick}
        filter={props.listing.state.view().filter}
        onChange={(filter) => props.listing.state.change({ filter })}
        counted={props.listing.state.rest()}
        isUnfolded={isUnfolded()}
        onUnfold={() => setUnfolded(!isUnfolded())}
        isAlone={props.listing.definition.scopes.length === 0}
      />
      <div class="list-bar-looks">
        <ViewsMenu list={props.listing.definition.id} state={props.listing.state} />
        <SearchField
          label={t('lists.search')}
          value={props.listing.state.view().search}
          onInput={(search) => props.listing.state.change({ search })}
        />
        <Looks {...props} without={without()} />
      </div>
      <ViewNotice
        collection={props.listing.definition.collection}
        state={props.listing.state}
        onFilter={() => setUnfolded(true)}
      />
      <Show when={isUnfolded()}>
        <FilterPanel
          filter={props.listing.state.view().filter}
          onChange={(filter) => props.listing.state.change({ filter })}
          onReset={() => props.listing.state.change({ filter: props.listing.definition.first.filter })}
          onClose={() => setUnfolded(false)}
        />
      </Show>
    </FilterProvider>
  )
}

function Scopes<R extends { readonly id: string }>(props: ListBarProps<R>) {
  const { t } = useWords()
  return (
    <Show when={props.listing.definition.scopes.length > 0}>
      <Segmented
        bare
        label={t('lists.scope')}
        value={props.listing.state.scope().id}
        options={props.listing.definition.scopes.map(({ id, label }) => ({ value: id, label }))}
        onCommit={(id) => {
          const scope = props.listing.definition.scopes.find((one) => one.id === id)
          if (scope) props.listing.state.setScope(scope)
        }}
      />
    </Show>
  )
}

function Looks<R extends { readonly id: string }>(props: ListBarProps<R> & { readonly without: readonly string[] }) {
  const { t } = useWords()
  const sheet = useSheet(props.listing, () => props.title)
  const shown = () => props.listing.state.view().columns
  const setColumns = (fields: readonly string[]) =>
    props.listing.state.change({
      columns: fields.map((field) => shown().find((one) => one.field === field) ?? { field }),
    })
  return (
    <>
      <GroupMenu
        collection={props.listing.definition.collection}
        without={props.without}
        group={props.listing.state.view().group}
        onChange={(group) => props.listing.state.change({ group })}
        onCloseAll={props.listing.groups.closeAll}
        onOpenAll={props.listing.groups.openAll}
      />
      <ColumnsMenu
        columns={props.listing.definition.columns()}
        shown={shown().map(({ field }) => field)}
        noRoom={props.listing.noRoom()}
        first={props.listing.definition.first.columns.map(({ field }) => field)}
        onChange={setColumns}
      />
      <Menu
        label={t('lists.acts')}
        placement="bottom-end"
        items={[
          { label: t('lists.selection.choose'), icon: ListChecks, onSelect: () => props.listing.selection.choose() },
          { label: t('lists.sheet.csv'), icon: Download, onSelect: () => sheet.save('csv', null) },
          { label: t('lists.sheet.xlsx'), icon: Download, onSelect: () => sheet.save('xlsx', null) },
        ]}
        trigger={(attributes) => <IconButton {...attributes} icon={Ellipsis} look="plain" label={t('lists.acts')} />}
      />
    </>
  )
}
