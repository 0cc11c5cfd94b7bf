import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js'
import type { Icon } from '../actions/button.tsx'
import { listenToKeys } from './keys.ts'

/** Something that can be done from where one is: by its keys, and from the palette of commands. */
export interface Offer {
  /** Its lasting name, by which the palette remembers that it was chosen. */
  readonly id: string
  /** What it does, in words. */
  readonly label: string
  /** More words by which the palette finds it. */
  readonly about?: string | undefined
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
  /** Offered on every screen: what is offered here alone stands before it in the palette. */
  readonly everywhere?: boolean | undefined
  /** Too many to be gone through: they stand in the palette where something typed finds them. */
  readonly onlyFound?: boolean | undefined
}

/** Groups of the parts that are on the page. A plain set: a signal's value would be put back by the router's transitions. */
class Register<T> {
  readonly #groups = new Set<Accessor<Group<T>>>()
  readonly #changed = createSignal(undefined, { equals: false })

  /** Keeps a group while the owner lives. */
  add(group: Accessor<Group<T>>): void {
    const [, touch] = this.#changed
    this.#groups.add(group)
    touch()
    onCleanup(() => {
      this.#groups.delete(group)
      touch()
    })
  }

  list(): readonly Group<T>[] {
    this.#changed[0]()
    return [...this.#groups].map((group) => group())
  }
}

const offers = new Register<Offer>()
const notes = new Register<KeyNote>()

/** Offers acts while the owner lives: their keys work, the map of keys and the palette show them. */
export function createOffers(group: Accessor<Group<Offer>>): void {
  const own = createMemo(group)
  const meanings = createMemo(
    () => new Map(own().rows.flatMap(({ keys, run }) => (keys === undefined ? [] : [[keys, run] as const]))),
  )
  offers.add(own)
  onCleanup(listenToKeys(meanings))
}

/** Puts keys that work while the owner lives into the map of keys. */
export function createKeyNotes(group: Accessor<Group<KeyNote>>): void {
  notes.add(group)
}

/** All that is offered on the page now, by heading. */
export function offered(): readonly Group<Offer>[] {
  return merged(offers.list(), (offer) => offer.id)
}

/** All keys that work on the page now, by heading. */
export function keyMap(): readonly Group<KeyNote>[] {
  const withKeys = offers.list().map(({ heading, rows }) => ({
    heading,
    rows: rows.flatMap(({ keys, label }) => (keys === undefined ? [] : [{ keys, label }])),
  }))
  return merged([...withKeys, ...notes.list()], ({ keys }) => keys)
}

/** Groups of one heading are one; of rows with the same key the first stays (two tables have the same arrows). */
function merged<T>(all: readonly Group<T>[], keyOf: (row: T) => string): readonly Group<T>[] {
  const groups = [...Map.groupBy(all, (group) => group.heading)].map(([heading, same]) => {
    const rows = new Map<string, T>()
    for (const row of same.flatMap((group) => group.rows)) if (!rows.has(keyOf(row))) rows.set(keyOf(row), row)
    return {
      heading,
      rows: [...rows.values()],
      everywhere: same.some((group) => group.everywhere),
      onlyFound: same.every((group) => group.onlyFound),
    }
  })
  return groups.filter(({ rows }) => rows.length > 0)
}
