import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js'
import type { Icon } from '../actions/button.tsx'
import { listenToKeys } from './keys.ts'

/** Something that can be done from where one is: by its keys, and from the palette of commands. */
export interface Offer {
  /** Its lasting name, by which the palette remembers that it was chosen. */
  readonly id: string
  /** What it does, in words. */
  readonly label: string
  readonly icon?: Icon | undefined
  /** As keys.ts writes them. Without keys it stands in the palette alone. */
  readonly keys?: string | undefined
  readonly run: () => void
}

/** Keys that a part of the screen hears by itself: they stand in the map of keys. */
export interface KeyNote {
  readonly keys: string
  readonly label: string
}

/** What stands together, under one heading. */
export interface Group<T> {
  readonly heading: string
  readonly rows: readonly T[]
}

type Source<T> = Accessor<Group<T>>

const [offers, setOffers] = createSignal<readonly Source<Offer>[]>([])
const [notes, setNotes] = createSignal<readonly Source<KeyNote>[]>([])

/** Offers acts while the owner lives: their keys work, the map of keys and the palette show them. */
export function createOffers(group: Accessor<Group<Offer>>): void {
  const own = createMemo(group)
  const meanings = createMemo(
    () => new Map(own().rows.flatMap(({ keys, run }) => (keys === undefined ? [] : [[keys, run] as const]))),
  )
  add(setOffers, own)
  onCleanup(listenToKeys(meanings))
}

/** Puts keys that work while the owner lives into the map of keys. */
export function createKeyNotes(group: Accessor<Group<KeyNote>>): void {
  add(setNotes, group)
}

/** All keys that work on the page now, by heading. */
export function keyMap(): readonly Group<KeyNote>[] {
  const withKeys = offers().map((source) => () => {
    const { heading, rows } = source()
    return { heading, rows: rows.flatMap(({ keys, label }) => (keys === undefined ? [] : [{ keys, label }])) }
  })
  return merged([...withKeys, ...notes()], ({ keys }) => keys).filter(({ rows }) => rows.length > 0)
}

function add<T>(set: (change: (sources: readonly Source<T>[]) => readonly Source<T>[]) => unknown, own: Source<T>) {
  set((sources) => [...sources, own])
  onCleanup(() => set((sources) => sources.filter((source) => source !== own)))
}

/** Groups of one heading are one; of rows with the same key the first stays (two tables have the same arrows). */
function merged<T>(sources: readonly Source<T>[], keyOf: (row: T) => string): readonly Group<T>[] {
  const groups = new Map<string, Map<string, T>>()
  for (const source of sources) {
    const { heading, rows } = source()
    const known = groups.get(heading) ?? new Map<string, T>()
    groups.set(heading, known)
    for (const row of rows) if (!known.has(keyOf(row))) known.set(keyOf(row), row)
  }
  return [...groups].map(([heading, rows]) => ({ heading, rows: [...rows.values()] }))
}
