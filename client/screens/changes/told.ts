import { createMemo } from 'solid-js'
import { COLLECTIONS, type CollectionName } from '../../../shared/collections.ts'
import { devices, people } from '../../../shared/company/collections.ts'
import { shownAt, toldFieldsOf } from '../../../shared/custom/known.ts'
import { reasons, states } from '../../../shared/orders/collections.ts'
import { COMPLETED } from '../../../shared/orders/moves/completed.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import { isObject, type Json, type JsonObject } from '../../../shared/records/declarations/value.ts'
import type { TrailRow } from '../../../shared/trail/search.ts'
import { createEvery } from '../../data/page/solid.tsx'
import { nameOf } from '../../records/address.ts'
import { createCurrency } from '../../records/company.ts'
import { aboutOf, listOf, named } from '../../records/history/telling.ts'
import { createKinds, stateName } from '../../records/process/process.ts'
import { fieldTitle, oneLabel, pathTitle } from '../../records/words/labels.ts'
import { createShows, type Shows } from '../../records/words/show-value.ts'
import { useWords } from '../../ui/words/words.tsx'

/** A write in words. */
export interface Told {
  readonly who: string
  readonly device: string
  readonly kind: string
  readonly record: string
  readonly field: string
  readonly before: string
  readonly after: string
}

/** Says in words what a write was: for the table, its cards and files alike. */
export function createTold(): (row: TrailRow) => Told {
  const { t } = useWords()
  const who = createWriters()
  const textsOf = createValues()
  return (row) => {
    const known = Object.hasOwn(COLLECTIONS, row.collection) ? (row.collection as CollectionName) : null
    const named = { ...who(row), record: recordName(row) }
    if (known === null) return { ...named, kind: row.collection, field: row.path, ...raw(row) }
    return { ...named, kind: t(oneLabel(known)), field: pathTitle(t, known, row.path), ...textsOf(known, row) }
  }
}

/** An order by its number, the rest by their names; nothing where it has neither. */
export function recordName({ item }: Pick<TrailRow, 'item'>): string {
  return item.number === null && item.name === null ? '' : nameOf({ ...item, number: item.number ?? item.name })
}

function raw({ before, value }: TrailRow) {
  return { before: before === null ? '' : JSON.stringify(before), after: JSON.stringify(value) }
}

/** Names of accounts and devices. */
function createWriters() {
  const { t } = useWords()
  const allPeople = createEvery(people)
  const allDevices = createEvery(devices)
  const byUser = createMemo(() => new Map(allPeople().map((person) => [person.user, person.name ?? ''])))
  const labels = createMemo(() => new Map(allDevices().map((device) => [device.id, device.label ?? ''])))
  const processes = (): { readonly [user: string]: string } => ({
    server: t('history.server'),
    cli: t('changes.process.cli'),
    agents: t('changes.process.agents'),
  })
  return ({ user, replica }: Pick<TrailRow, 'user' | 'replica'>) => ({
    who: byUser().get(user) ?? processes()[user] ?? user,
    device: user in processes() ? '' : labels().get(replica) || replica,
  })
}

/** What stood before and after. */
function createValues() {
  const { t } = useWords()
  const moveText = createMoveText()
  const allStates = createEvery(states)
  const currency = createCurrency()
  const known = new Map<CollectionName, Shows>()
  for (const name of Object.keys(COLLECTIONS) as CollectionName[]) known.set(name, createShows(name, currency))
  const show = (collection: CollectionName, path: string, value: Json) => {
    const field = shownAt(collection, path)
    const shows = known.get(collection)
    return field && shows ? shows(path.split('/').at(-1) ?? '', field)(value) : JSON.stringify(value)
  }
  /** Every field that was given with a whole: a record, an entry. */
  const whole = (collection: CollectionName, fields: Collection['fields'], value: Json, prefix = '') => {
    const of = isObject(value) ? value : {}
    return named(fields, (name) => of[name])
      .map((one) => `${fieldTitle(t, collection, one.name)}: ${show(collection, prefix + one.name, one.value)}`)
      .join('; ')
  }
  const entry = (collection: CollectionName, { path, value }: TrailRow) => {
    const [list = '', id = ''] = path.split('/')
    const state = collection === 'kinds' ? allStates().find((one) => one.id === id)?.name : undefined
    const fields = listOf(collection, list)?.fields ?? {}
    return [t('changes.entry.added'), state, whole(collection, fields, value, `${list}/${id}/`)]
      .filter(Boolean)
      .join(' · ')
  }
  return (collection: CollectionName, row: TrailRow): Pick<Told, 'before' | 'after'> => {
    const after = (text: string) => ({ before: '', after: text })
    const about = aboutOf({ collection }, row)
    if (about === 'made') return after(whole(collection, toldFieldsOf(collection), row.value))
    if (about === 'removal') return after(t(row.value === true ? 'history.removed' : 'history.restored'))
    if (about === 'move') return after(row.path.split('/').length > 2 ? JSON.stringify(row.value) : moveText(row.value))
    if (about === 'entry') return after(entry(collection, row))
    if (about === 'entry-removal')
      return after(t(row.value === true ? 'changes.entry.removed' : 'changes.entry.restored'))
    if (about === 'place') return after(t('changes.entry.placed'))
    return {
      before: row.before === null ? '' : show(collection, row.path, row.before),
      after: show(collection, row.path, row.value),
    }
  }
}

/** A move: where to, how it ended, why. */
function createMoveText() {
  const { t } = useWords()
  const kinds = createKinds()
  const allReasons = createEvery(reasons)
  const text = (value: Json | undefined) => (typeof value === 'string' ? value : null)
  const stateOf = (move: JsonObject) =>
    text(move.state) === COMPLETED
      ? t(`orders.completedAs.${move.completion === 'cancelled' ? 'cancelled' : 'success'}`)
      : (stateName(kinds(), text(move.kind), text(move.state)) ?? t('orders.missingState'))
  return (value: Json) => {
    const move = isObject(value) ? value : {}
    const reason = allReasons().find((one) => one.id === move.reason)?.name
    return [stateOf(move), reason, text(move.comment)].filter(Boolean).join(' · ')
  }
}
