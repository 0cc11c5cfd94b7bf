import { type Accessor, createEffect, createMemo, untrack } from 'solid-js'
import { sortedByName } from '../../../../shared/lists/by-name.ts'
import { type KeptView, ownViews, views } from '../../../../shared/lists/collections.ts'
import { openingView, withOpeningView } from '../../../../shared/lists/kept-views.ts'
import { isSameView, type ListView, readView, writeView } from '../../../../shared/lists/view.ts'
import { createEvery, useData } from '../../../data/page/solid.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useActs } from '../../acts/use-acts.ts'
import { useOwnSettings } from '../../own-settings.ts'
import { useMayWrite } from '../../rights.ts'
import type { ListState } from '../state.ts'

/** A kept view, and whose it is. */
export interface NamedView {
  readonly id: string
  readonly name: string
  readonly isShared: boolean
  readonly view: ListView
}

/** Names the view that the program has for a list, where a person opens it with another. */
export const STANDARD = 'standard'

/** The kept views of a list: a person's own, and those that everybody has. */
export interface KeptViews {
  readonly own: Accessor<readonly NamedView[]>
  readonly shared: Accessor<readonly NamedView[]>
  /** The one that is shown, changed or not; null: none of them. */
  readonly present: Accessor<NamedView | null>
  /** Why the one that the address names is not here: it is somebody's own, or was removed. */
  readonly missing: Accessor<'private' | 'gone' | null>
  /** Whether what is shown is no more as it was kept. */
  readonly isChanged: Accessor<boolean>
  /** The one that the list opens with. */
  readonly opening: Accessor<string | null>
  readonly mayShare: boolean
  readonly show: (id: string) => void
}

export function createKeptViews(list: string, state: ListState): KeptViews {
  const settings = useOwnSettings()
  const { user } = useData().account
  const kept = { own: createEvery(ownViews), shared: createEvery(views) }
  const named = (rows: readonly KeptView[], isShared: boolean) =>
    sortedByName(
      rows
        .filter((row) => row.list === list && !row.gone)
        .map((row) => ({ id: row.id, name: row.name ?? '', isShared, view: readView(row, state.first()) })),
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
  openFirst(state, () => find(opening()), show)
  return {
    own,
    shared,
    present,
    missing,
    isChanged: () => {
      const one = present()
      return one !== null && !isSameView(one.view, state.view())
    },
    opening,
    mayShare: useMayWrite('views'),
    show,
  }
}

/**
 * Shows the view that a list opens with. At a start it is known first as it was remembered: while nobody has changed what
 * is shown, it follows what the view is.
 */
function openFirst(state: ListState, first: Accessor<NamedView | null>, show: KeptViews['show']): void {
  let shown: NamedView | null = null
  const isUntouched = (one: NamedView) =>
    shown?.id === one.id && state.kept() === one.id && isSameView(shown.view, state.view())
  createEffect(() => {
    const one = first()
    if (!one || (shown !== null && isSameView(shown.view, one.view) && !state.isBare())) return
    if (!state.isBare() && !untrack(() => isUntouched(one))) return
    shown = one
    show(one.id)
  })
}

const collectionOf = ({ isShared }: Pick<NamedView, 'isShared'>) => (isShared ? 'views' : 'ownViews')

/** What can be done with the kept views of a list; each act is said, with its undo. */
export function createViewActs(list: string, state: ListState, kept: KeptViews) {
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
      const values = { list, name, ...writeView(state.view()) }
      const done = await acts.run('createRecord', { collection: collectionOf({ isShared }), id, values })
      if (done) state.show(state.view(), id)
    },
    save: (one: NamedView) =>
      acts.run(
        'setRecord',
        { collection: collectionOf(one), id: one.id, values: { ...writeView(state.view()) } },
        t('lists.views.saved', { name: one.name }),
      ),
    rename: (one: NamedView, name: string) =>
      acts.run(
        'setRecord',
        { collection: collectionOf(one), id: one.id, values: { name } },
        t('lists.views.renamed', { name }),
      ),
    share: async (one: NamedView) => {
      const to = await data.newId('views')
      const isDone = await acts.run('shareView', { id: one.id, to }, t('lists.views.sharedNow', { name: one.name }))
      if (!isDone) return
      state.show(state.view(), to)
      if (kept.opening() === one.id) await setOpening(to)
    },
    remove: async (one: NamedView) => {
      const text = t('lists.views.removed', { name: one.name })
      const isDone = await acts.run('removeRecord', { collection: collectionOf(one), id: one.id }, text)
      if (isDone) kept.show(STANDARD)
    },
    setOpening,
  }
}
