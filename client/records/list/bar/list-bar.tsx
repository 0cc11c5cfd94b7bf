import Download from 'lucide-solid/icons/download'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import ListChecks from 'lucide-solid/icons/list-checks'
import { createMemo, createSignal, type JSX, Show } from 'solid-js'
import { rowsOf } from '../../../../shared/filters/filter.ts'
import { IconButton } from '../../../ui/actions/button.tsx'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { SearchField } from '../../../ui/inputs/typed/search-field.tsx'
import { COMPACT, createMedia, MIDDLE } from '../../../ui/look/media.ts'
import { Menu, type MenuItem } from '../../../ui/overlays/panes/menu.tsx'
import { ColumnsMenu } from '../../../ui/table/columns/columns-menu.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { FilterProvider } from '../filter/context.tsx'
import { FilterPanel } from '../filter/panel.tsx'
import type { Listing } from '../listing.ts'
import { useSheet } from '../sheet/use-sheet.ts'
import { FoundNotice } from '../views/found-notice.tsx'
import { createKeptViews, type KeptViews } from '../views/kept-views.ts'
import { ViewNotice } from '../views/view-notice.tsx'
import { ViewsMenu } from '../views/views-menu.tsx'
import { FilterRow } from './filter-row.tsx'
import { GroupLevels, type GroupLevelsProps } from './group-levels.tsx'
import { GroupMenu } from './group-menu.tsx'
import { LooksSheet } from './looks-sheet.tsx'
import { SortChoice } from './sort-choice.tsx'
import './list-bar.css'

/** What the bar over a list is given. */
export interface ListBarProps<R extends { readonly id: string }> {
  readonly listing: Listing<R>
  /** The list's name, in words: files are called by it. */
  readonly title: string
  /** In the place of the scopes, for a list that has its own way of choosing. */
  readonly scopes?: JSX.Element
  /** The switch to another way of looking at the same records. */
  readonly ways?: JSX.Element
  /** What can be done with the list besides what can be done with any. */
  readonly acts?: readonly MenuItem[]
}

/**
 * How a list is looked at: its scope, quick filters, search, groups, columns; and, unfolded, the whole filter. On tablets
 * and phones these are two rows, the scope being in that of the filters, which is scrolled sideways; on a phone the rest
 * stands on a sheet.
 */
export function ListBar<R extends { readonly id: string }>(props: ListBarProps<R>) {
  const { t } = useWords()
  const isPhone = createMedia(COMPACT)
  const isMiddle = createMedia(MIDDLE)
  const [isUnfolded, setUnfolded] = createSignal(false)
  const kept = createKeptViews(props.listing.definition.id, props.listing.state)
  const without = () => rowsOf(props.listing.definition.always).map((row) => row.field)
  const scopes = () => (
    <Show when={props.scopes} fallback={<Scopes {...props} />}>
      {props.scopes}
    </Show>
  )
  return (
    <FilterProvider
      collection={props.listing.definition.collection}
      without={without()}
      offers={props.listing.definition.offers}
    >
      <Show when={!isPhone()}>
        {props.ways}
        <Show when={!isMiddle()}>{scopes()}</Show>
      </Show>
      <FilterRow
        quick={props.listing.definition.quick}
        filter={props.listing.state.view().filter}
        onChange={(filter) => props.listing.state.change({ filter })}
        counted={props.listing.state.rest()}
        isUnfolded={isUnfolded()}
        onUnfold={() => setUnfolded(!isUnfolded())}
        isAlone={props.listing.definition.scopes.length === 0}
        before={isMiddle() && scopes()}
      />
      <div class="list-bar-looks">
        <Show when={!isPhone()}>
          <ViewsMenu list={props.listing.definition.id} state={props.listing.state} kept={kept} />
        </Show>
        <SearchField
          label={t('lists.search')}
          value={props.listing.state.view().search}
          onInput={(search) => props.listing.state.change({ search })}
        />
        <Show when={isPhone()} fallback={<Looks {...props} without={without()} />}>
          <PhoneLooks {...props} without={without()} kept={kept} />
        </Show>
        <ListActs {...props} />
      </div>
      <FoundNotice state={props.listing.state} />
      <ViewNotice
        collection={props.listing.definition.collection}
        state={props.listing.state}
        kept={kept}
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

type LooksProps<R extends { readonly id: string }> = ListBarProps<R> & { readonly without: readonly string[] }

/** What the choice of groups is given by a list. */
function groupsOf<R extends { readonly id: string }>({ listing, without }: LooksProps<R>): () => GroupLevelsProps {
  return createMemo(() => ({
    collection: listing.definition.collection,
    without,
    group: listing.state.view().group,
    onChange: (group) => listing.state.change({ group }),
    onCloseAll: listing.groups.closeAll,
    onOpenAll: listing.groups.openAll,
  }))
}

function Looks<R extends { readonly id: string }>(props: LooksProps<R>) {
  const groups = groupsOf(props)
  const shown = () => props.listing.state.view().columns
  const setColumns = (fields: readonly string[]) =>
    props.listing.state.change({
      columns: fields.map((field) => shown().find((one) => one.field === field) ?? { field }),
    })
  return (
    <>
      <GroupMenu {...groups()} />
      <ColumnsMenu
        columns={props.listing.definition.columns()}
        shown={shown().map(({ field }) => field)}
        noRoom={props.listing.noRoom()}
        first={props.listing.definition.first.columns.map(({ field }) => field)}
        onChange={setColumns}
      />
    </>
  )
}

/** Of a phone: rows have no columns there, so the order is chosen here. */
function PhoneLooks<R extends { readonly id: string }>(props: LooksProps<R> & { readonly kept: KeptViews }) {
  const groups = groupsOf(props)
  return (
    <LooksSheet isSet={groups().group.length > 0}>
      {props.ways}
      <ViewsMenu list={props.listing.definition.id} state={props.listing.state} kept={props.kept} />
      <SortChoice columns={props.listing.definition.columns()} state={props.listing.state} />
      <GroupLevels {...groups()} />
    </LooksSheet>
  )
}

function ListActs<R extends { readonly id: string }>(props: ListBarProps<R>) {
  const { t } = useWords()
  const sheet = useSheet(props.listing, () => props.title)
  return (
    <Menu
      label={t('lists.acts')}
      placement="bottom-end"
      items={[
        { label: t('lists.selection.choose'), icon: ListChecks, onSelect: () => props.listing.selection.choose() },
        { label: t('lists.sheet.csv'), icon: Download, onSelect: () => sheet.save('csv', null) },
        { label: t('lists.sheet.xlsx'), icon: Download, onSelect: () => sheet.save('xlsx', null) },
        ...(props.acts ?? []),
      ]}
      trigger={(attributes) => <IconButton {...attributes} icon={Ellipsis} look="plain" label={t('lists.acts')} />}
    />
  )
}
