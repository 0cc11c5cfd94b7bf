import { type Accessor, createEffect, createMemo, untrack } from 'solid-js'
import { sortedByName } from '../../../../shared/lists/by-name.ts'
import { type KeptView, ownViews, views } from '../../../../shared/lists/collections.ts'
import { openingView, withOpeningView } from '../../../../shared/lists/kept-views.ts'
import { isSameView, type ListView, readView, type WrittenView, writeView } from '../../../../shared/lists/view.ts'
import { createEvery, useData } from '../../../data/page/solid.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useActs } from '../../acts/use-acts.ts'
import { useOwnSettings } from '../../own-settings.ts'
import { useMayWrite } from '../../rights.ts'

/** A kept view, and whose it is. */
export interface NamedView<V = ListView> {
  readonly id: string
  readonly name: string
  readonly isShared: boolean
  readonly view: V
}

/** What is shown now, and how it is shown otherwise. */
export interface ViewState<V> {
  readonly view: Accessor<V>
  /** As it is shown at first. */
  readonly first: Accessor<V>
  /** The kept view that the address names. */
  readonly kept: Accessor<string | null>
  /** Whether the address asks for nothing. */
  readonly isBare: Accessor<boolean>
  /** Shows a view, under the name of the kept one that it is. */
  readonly show: (view: V, kept: string | null) => void
}

/** How views stand in the fields of kept ones. */
export interface ViewText<V> {
  readonly write: (view: V) => WrittenView
  readonly read: (row: KeptView, first: V) => V
  readonly isSame: (a: V, b: V) => boolean
}

const OF_LISTS: ViewText<ListView> = { write: writeView, read: readView, isSame: isSameView }

/** Names the view that the program has for a list, where a person opens it with another. */
export const STANDARD = 'standard'

/** The kept views of a list: a person's own, and those that everybody has. */
export interface KeptViews<V = ListView> {
  readonly own: Accessor<readonly NamedView<V>[]>
  readonly shared: Accessor<readonly NamedView<V>[]>
  /** The one that is shown, changed or not; null: none of them. */
  readonly present: Accessor<NamedView<V> | null>
  /** Why the one that the address names is not here: it is somebody's own, or was removed. */
  readonly missing: Accessor<'private' | 'gone' | null>
  /** Whether what is shown is no more as it was kept. */
  readonly isChanged: Accessor<boolean>
  /** The one that the list opens with. */
  readonly opening: Accessor<string | null>
  readonly mayShare: boolean
  /** What is shown, as a kept view has it. */
  readonly written: Accessor<WrittenView>
  readonly show: (id: string) => void
}

/** Of a list. */
export function createKeptViews(list: string, state: ViewState<ListView>): KeptViews {
  return createKept(list, state, OF_LISTS)
}

/** Of whatever is looked at. */
export function createKept<V>(list: string, state: ViewState<V>, text: ViewText<V>): KeptViews<V> {
  const settings = useOwnSettings()
  const { user } = useData().account
  const kept = { own: createEvery(ownViews), shared: createEvery(views) }
  const named = (rows: readonly KeptView[], isShared: boolean) =>
    sortedByName(
      rows
        .filter((row) => row.list === list && !row.gone)
        .map((row) => ({ id: row.id, name: row.name ?? '', isShared, view: text.read(row, state.first()) })),
      (view) => view.name,
    )
  const own = createMemo(() => named(kept.own(), false))
  const shared = createMemo(() => named(kept.shared(), true))
  const find = (id: string | null) => [...own(), ...shared()].find((one) => one.id === id) ?? null
  const present = createMemo(() => find(state.kept()))
  const missing = () => {
    const id = state.kept()
    if (id === null) return null
    if (id.includes('_') && !id.startsWith(`${user}_`)) return 'private'
    return [...kept.own(), ...kept.shared()].some((row) => row.id === id && row.gone) ? 'gone' : null
  }
  const opening = createMemo(() => openingView(settings.row()?.openingViews ?? [], list))
  const show = (id: string) => {
    const found = find(id)
    if (found) state.show(found.view, id)
    else state.show(state.first(), opening() === null ? null : STANDARD)
  }
  openFirst(state, text, () => find(opening()), show)
  return {
    own,
    shared,
    present,
    missing,
    isChanged: () => {
      const one = present()
      return one !== null && !text.isSame(one.view, state.view())
    },
    opening,
    mayShare: useMayWrite('views'),
    written: () => text.write(state.view()),
    show,
  }
}

/**
 * Shows the view that a list opens with. At a start it is known first as it was remembered: while nobody has changed what
 * is shown, it follows what the view is.
 */
function openFirst<V>(
  state: ViewState<V>,
  { isSame }: ViewText<V>,
  first: Accessor<NamedView<V> | null>,
  show: KeptViews['show'],
): void {
  let shown: NamedView<V> | null = null
  const isUntouched = (one: NamedView<V>) =>
    shown?.id === one.id && state.kept() === one.id && isSame(shown.view, state.view())
  createEffect(() => {
    const one = first()
    if (!one || (shown !== null && isSame(shown.view, one.view) && !state.isBare())) return
    if (!state.isBare() && !untrack(() => isUntouched(one))) return
    shown = one
    show(one.id)
  })
}

const collectionOf = ({ isShared }: { readonly isShared: boolean }) => (isShared ? 'views' : 'ownViews')

/** What can be done with the kept views of a list; each act is said, with its undo. */
export function createViewActs<V>(list: string, state: ViewState<V>, kept: KeptViews<V>) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const settings = useOwnSettings()
  const idFor = async (isShared: boolean) =>
    isShared ? data.newId('views') : `${data.account.user}_${await data.newId('ownViews')}`
  /** The view that the list opens with from now on; null: as the program has it. */
  const setOpening = (id: string | null) =>
    acts.attempt(() => settings.save({ openingViews: withOpeningView(settings.row()?.openingViews ?? [], list, id) }))
  return {
    saveAs: async (name: string, isShared: boolean) => {
      const id = await idFor(isShared)
      const values = { list, name, ...kept.written() }
      const done = await acts.run('createRecord', { collection: collectionOf({ isShared }), id, values })
      if (done) state.show(state.view(), id)
    },
    save: (one: NamedView<V>) =>
      acts.run(
        'setRecord',
        { collection: collectionOf(one), id: one.id, values: { ...kept.written() } },
        t('lists.views.saved', { name: one.name }),
      ),
    rename: (one: NamedView<V>, name: string) =>
      acts.run(
        'setRecord',
        { collection: collectionOf(one), id: one.id, values: { name } },
        t('lists.views.renamed', { name }),
      ),
    share: async (one: NamedView<V>) => {
      const to = await data.newId('views')
      const isDone = await acts.run('shareView', { id: one.id, to }, t('lists.views.sharedNow', { name: one.name }))
      if (!isDone) return
      state.show(state.view(), to)
      if (kept.opening() === one.id) await setOpening(to)
    },
    remove: async (one: NamedView<V>) => {
      const text = t('lists.views.removed', { name: one.name })
      const isDone = await acts.run('removeRecord', { collection: collectionOf(one), id: one.id }, text)
      if (isDone) kept.show(STANDARD)
    },
    setOpening,
  }
}
