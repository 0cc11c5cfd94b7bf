import { createSignal, Show } from 'solid-js'
import { FilterRow } from '../../../records/list/bar/filter-row.tsx'
import { LooksSheet } from '../../../records/list/bar/looks-sheet.tsx'
import { FilterProvider } from '../../../records/list/filter/context.tsx'
import { FilterPanel } from '../../../records/list/filter/panel.tsx'
import { Toggle } from '../../../ui/inputs/toggles/checkbox.tsx'
import { SearchField } from '../../../ui/inputs/typed/search-field.tsx'
import { COMPACT, createMedia } from '../../../ui/look/media.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { Looks } from '../looks.tsx'
import type { BoardView } from './view.ts'

/** Fields with a filter of their own over the board; the state is what its columns say. */
const QUICK = ['performer', 'due', 'importance', 'customer']

/** What the bar over the board is given. */
export interface BarProps {
  readonly view: BoardView
  readonly onView: (part: Partial<BoardView>) => void
}

/** The filters of lists, lanes, search; on a phone the rest stands on a sheet. */
export function Bar(props: BarProps) {
  const { t } = useWords()
  const isPhone = createMedia(COMPACT)
  const [isUnfolded, setUnfolded] = createSignal(false)
  const toggles = () => (
    <>
      <Toggle label={t('jobs.board.lanes')} checked={props.view.lanes} onCommit={(lanes) => props.onView({ lanes })} />
      <Toggle
        label={t('jobs.board.calledOff')}
        checked={props.view.calledOff}
        onCommit={(calledOff) => props.onView({ calledOff })}
      />
    </>
  )
  const search = () => (
    <SearchField
      label={t('lists.search')}
      value={props.view.search}
      onInput={(text) => props.onView({ search: text })}
    />
  )
  return (
    <FilterProvider collection="jobs" without={['state']}>
      <Looks shown="board" />
      <FilterRow
        quick={QUICK}
        filter={props.view.filter}
        onChange={(filter) => props.onView({ filter })}
        counted={props.view.filter}
        isUnfolded={isUnfolded()}
        onUnfold={() => setUnfolded(!isUnfolded())}
      >
        <Show when={!isPhone()}>{toggles()}</Show>
      </FilterRow>
      <div class="list-bar-looks">
        <Show when={isPhone()} fallback={search()}>
          <LooksSheet isSet={props.view.lanes || props.view.search !== ''}>
            {search()}
            {toggles()}
          </LooksSheet>
        </Show>
      </div>
      <Show when={isUnfolded()}>
        <FilterPanel
          filter={props.view.filter}
          onChange={(filter) => props.onView({ filter })}
          onReset={() => props.onView({ filter: [] })}
          onClose={() => setUnfolded(false)}
        />
      </Show>
    </FilterProvider>
  )
}
