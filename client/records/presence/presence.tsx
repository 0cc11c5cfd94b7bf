import {
  type Accessor,
  createContext,
  createEffect,
  createMemo,
  createSignal,
  onCleanup,
  type ParentProps,
  useContext,
} from 'solid-js'
import type { CollectionName } from '../../../shared/collections.ts'
import { devices, people } from '../../../shared/company/collections.ts'
import type { Look, Present } from '../../../shared/presence/presence.ts'
import { createAll, createQuery, useData } from '../../data/page/solid.tsx'
import { useWords } from '../../ui/words/words.tsx'

/** Somebody who is online, on one device. */
export interface Here extends Present {
  readonly name: string
  /** The device's own name. */
  readonly device: string
  /** It is we ourselves, on another device. */
  readonly isSelf: boolean
}

/** A record. */
type Place = Pick<Look, 'collection' | 'id'>

/** Who is here besides this page's user, and where this page says that he is. */
export interface Presence {
  readonly others: Accessor<readonly Here[]>
  /** Those who look at a record: each person once. */
  watching(collection: CollectionName, id: string): readonly Here[]
  /** Who edits a path of a record. */
  editing(look: Look): Here | undefined
  /** This page shows a record; gives the undo. */
  show(place: Place): () => void
  /** A path of the shown record is being edited here, or is left. */
  edit(path: string, isHere: boolean): void
}

const Context = createContext<Presence>()

/** How long (ms) a page waits before it says where it is: leaving one field for another is one step. */
const GATHER = 40

/** Gives the screens inside who else is here, and tells the others where this page is. */
export function PresenceProvider(props: ParentProps) {
  const others = createOthers()
  const byRecord = createMemo(() => groupByRecord(others()))
  const watching = (collection: CollectionName, id: string) => byRecord().get(`${collection} ${id}`) ?? []
  const isAt =
    ({ collection, id, path }: Look) =>
    (look: Look) =>
      look.collection === collection && look.id === id && look.path === path
  const editing = (look: Look) => watching(look.collection, look.id).find((one) => one.looks.some(isAt(look)))
  return <Context.Provider value={{ others, watching, editing, ...createOwn() }}>{props.children}</Context.Provider>
}

/** Only inside of a PresenceProvider. */
export function usePresence(): Presence {
  const presence = useContext(Context)
  if (!presence) throw new Error('usePresence stands outside of a PresenceProvider')
  return presence
}

/** While the owner lives, this page shows a record. */
export function createLook(collection: CollectionName, id: () => string): void {
  const presence = usePresence()
  createEffect(() => onCleanup(presence.show({ collection, id: id() })))
}

function createOthers(): Accessor<readonly Here[]> {
  const { account } = useData()
  const { t } = useWords()
  const answer = createQuery(() => ({ what: 'presence' }) as const)
  const allPeople = createAll(people)
  const allDevices = createAll(devices)
  const names = createMemo(() => new Map(allPeople().map(({ user, name }) => [user, name ?? ''])))
  const labels = createMemo(() => new Map(allDevices().map(({ id, label }) => [id, label ?? ''])))
  return createMemo(() =>
    (answer()?.others ?? []).map((one) => ({
      ...one,
      name: names().get(one.user) ?? t('presence.somebody'),
      device: labels().get(one.replica) ?? one.replica,
      isSelf: one.user === account.user,
    })),
  )
}

/** By `<collection> <id>`; a person with two devices at a record stands there once, the one that edits first. */
function groupByRecord(others: readonly Here[]): ReadonlyMap<string, readonly Here[]> {
  const at = new Map<string, Map<string, Here>>()
  for (const one of others) {
    for (const { collection, id, path } of one.looks) {
      const place = `${collection} ${id}`
      const here = at.get(place) ?? new Map<string, Here>()
      at.set(place, here)
      if (path !== null || !here.has(one.user)) here.set(one.user, one)
    }
  }
  return new Map([...at].map(([place, here]) => [place, [...here.values()]]))
}

/** What this page says of itself. A page that is not in view looks at nothing. */
function createOwn(): Pick<Presence, 'show' | 'edit'> {
  const data = useData()
  const [place, setPlace] = createSignal<Place | null>(null)
  const [path, setPath] = createSignal<string | null>(null)
  const isInView = createInView()
  createEffect(() => {
    const shown = isInView() ? place() : null
    const look = shown && { ...shown, path: path() }
    const timer = setTimeout(() => data.look(look), GATHER)
    onCleanup(() => clearTimeout(timer))
  })
  const show = (shown: Place) => {
    setPath(null)
    setPlace(shown)
    return () => setPlace((present) => (present === shown ? null : present))
  }
  const edit = (at: string, isHere: boolean) => setPath((present) => (isHere ? at : present === at ? null : present))
  return { show, edit }
}

function createInView(): Accessor<boolean> {
  const [isInView, setInView] = createSignal(!document.hidden)
  const listen = () => setInView(!document.hidden)
  document.addEventListener('visibilitychange', listen)
  onCleanup(() => document.removeEventListener('visibilitychange', listen))
  return isInView
}
