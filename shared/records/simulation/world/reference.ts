import { type Collection, type Fields, type List, own } from '../../declarations/collection.ts'
import type { Json, JsonObject } from '../../declarations/value.ts'

/**
 * Reading written down a second time, without thought of speed: all writes in one list, from the lowest to the highest,
 * laid one over the other. What the two make of the same texts must be the same (SPEC R3 to R7, R9, R10).
 */
export function referenceRow(
  collection: Collection,
  id: string,
  texts: ReadonlyMap<string, unknown>,
): JsonObject | null {
  const writes = [...texts].flatMap(([key, text]) => readText(key, text)).filter((write) => write.id === id)
  const creations = writes.filter((write) => write.path === '').sort((a, b) => compareStamps(a.stamp, b.stamp))
  const creation = creations[0]
  if (!creation) return null
  const laid = new Map<string, { readonly stamp: string; readonly value: Json }>()
  const layers = [creation, ...writes.filter((write) => write.path !== '').sort(byLayer)]
  for (const { path, stamp, value } of layers.flatMap(spread)) laid.set(path, { stamp, value })
  const at = (path: string) => laid.get(path)?.value
  return {
    id,
    gone: at('gone') === true,
    goneAt: at('gone') === true ? timeIn(laid.get('gone')?.stamp ?? '') : null,
    goneBy: at('gone') === true ? (laid.get('gone')?.stamp ?? '').slice(12) : null,
    newer: creation.version > collection.version,
    madeAt: timeIn(creation.stamp),
    madeBy: creation.stamp.slice(12),
    changedAt: changedAt(
      collection,
      creation.stamp,
      [...laid].map(([path, { stamp }]) => [path, stamp]),
    ),
    ...readFields(collection.fields, '', at),
    ...(collection.custom ? readCustom(laid) : {}),
    ...(collection.since.length > 0 ? { since: readSince(collection, creation.stamp, laid) } : {}),
    ...Object.fromEntries(
      Object.entries(collection.lists).map(([name, list]) => [name, readList(name, list, creation.stamp, laid)]),
    ),
  }
}

interface Read {
  readonly id: string
  readonly path: string
  readonly stamp: string
  readonly version: number
  readonly value: Json
}
type Laid = ReadonlyMap<string, { readonly stamp: string; readonly value: Json }>

function readText(key: string, text: unknown): Read[] {
  if (!key.includes('#') && !key.includes('/') && typeof text === 'string') return readPack(key, text)
  return readSingle(key, text)
}

/** A pack's lines, each as the text that its own key would hold. */
function readPack(id: string, text: string): Read[] {
  const [creation = '', ...lines] = text.split('\n')
  const key = (path: string, held: string) => `${id}${path}#${(held.split(/[ ,]/)[0] ?? '').slice(12)}`
  const writes = lines.flatMap((line) => {
    const [path = '', ...rest] = line.split(' ')
    const held = rest.join(' ')
    return readSingle(key(`/${path}`, held), held)
  })
  return [...readSingle(key('', creation), creation), ...writes]
}

function readSingle(key: string, text: unknown): Read[] {
  const parts = key.split('#')
  const [id = '', ...path] = (parts[0] ?? '').split('/')
  const replica = parts[1] ?? ''
  const isKey =
    parts.length === 2 &&
    isName(id, 80) &&
    isName(replica, 40) &&
    path.length <= 3 &&
    path.every((one) => isName(one, 40))
  if (!isKey || typeof text !== 'string') return []
  const [stamps = '', ...rest] = text.split(' ')
  const version = path.length === 0 ? Number(rest.shift()) : 1
  const value = valueIn(rest.join(' '))
  const [stamp = '', ...seen] = stamps.split(',')
  const isWrite =
    stamp.slice(12) === replica && [stamp, ...seen].every((one) => /^[0-9a-z]{12}[A-Za-z0-9_-]{1,40}$/.test(one))
  const isWhole = value !== undefined && (path.length > 0 || (isNamed(value) && version >= 1 && seen.length === 0))
  return isWrite && isWhole ? [{ id, path: path.join('/'), stamp, version, value }] : []
}

function isName(text: string, length: number): boolean {
  const isClean = [...text].every((letter) => /[A-Za-z0-9_-]/.test(letter))
  return (
    isClean && text.length > 0 && text.length <= length && !['__proto__', 'constructor', 'prototype'].includes(text)
  )
}

function isNamed(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function valueIn(json: string): Json | undefined {
  try {
    return JSON.parse(json) as Json
  } catch {
    return undefined
  }
}

/** Entries written whole lie below single paths; in each layer the higher stamp lies higher. */
function byLayer(a: Read, b: Read): number {
  const layer = (read: Read) => (read.path.split('/').length === 2 ? 0 : 1)
  return layer(a) - layer(b) || compareStamps(a.stamp, b.stamp)
}

/** A write as the single paths that it speaks of. */
function spread({ path, stamp, value }: Read): { path: string; stamp: string; value: Json }[] {
  const depth = path === '' ? 0 : path.split('/').length
  if (depth === 1 || depth === 3) return [{ path, stamp, value }]
  if (!isNamed(value)) return []
  const inner = Object.entries(value).filter(([name]) => isName(name, 40))
  if (depth === 2)
    return [
      { path, stamp, value: true },
      ...inner.map(([name, one]) => ({ path: `${path}/${name}`, stamp, value: one })),
    ]
  return inner.flatMap(([name, one]) =>
    isNamed(one) ? spreadEntries(name, stamp, one) : [{ path: name, stamp, value: one }],
  )
}

function spreadEntries(list: string, stamp: string, entries: JsonObject) {
  return Object.entries(entries).flatMap(([entry, value]) =>
    isName(entry, 40) ? spread({ id: '', path: `${list}/${entry}`, stamp, version: 1, value }) : [],
  )
}

function readFields(fields: Fields, before: string, at: (path: string) => Json | undefined): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const value = at(before + name)
      return [name, value !== undefined && value !== null && field.accepts(value) ? value : field.fallback]
    }),
  )
}

/** Whatever fits and stands under the name of a field that the company added. */
function readCustom(laid: Laid): JsonObject {
  const isText = (value: Json, length: number) => typeof value === 'string' && value.length <= length
  const fits = (value: Json) =>
    isText(value, 10_000) ||
    typeof value === 'boolean' ||
    Number.isSafeInteger(value) ||
    (Array.isArray(value) && value.length <= 100 && value.every((one) => isText(one, 200)))
  const found = [...laid].filter(([path, { value }]) => /^custom_[A-Za-z0-9]{1,32}$/.test(path) && fits(value))
  return Object.fromEntries(found.map(([path, { value }]) => [path, value]))
}

function readSince({ since, fields, lists }: Collection, made: string, laid: Laid): JsonObject {
  const told = [...laid].filter(([path, { stamp, value }]) => {
    const [first = '', entry, field] = path.split('/')
    const isGone =
      entry !== undefined && (!laid.has(`${first}/${entry}`) || laid.get(`${first}/${entry}/gone`)?.value === true)
    const isTold =
      since.includes(field === undefined ? path : `${first}/${field}`) &&
      (entry === undefined) === (field === undefined)
    const declared = field === undefined ? fields[first] : lists[first]?.fields[field]
    const says = value !== null && declared?.accepts(value) === true
    return isTold && !isGone && stamp !== made && says
  })
  return Object.fromEntries(told.map(([path, { stamp }]) => [path, { at: timeIn(stamp), by: stamp.slice(12) }]))
}

function readList(list: string, { fields, keyed }: List, made: string, laid: Laid): Json[] {
  const at = (path: string) => laid.get(path)?.value
  const entries = [...(keyed ? withKeyed(list, fields, made, laid) : laid)].flatMap(([path, { stamp }]) => {
    const [name, id = '', field] = path.split('/')
    const isThere = name === list && id !== '' && field === undefined && at(`${path}/gone`) !== true
    return isThere ? [{ id, madeAt: timeIn(stamp), ...readFields(fields, `${path}/`, at) }] : []
  })
  const rank = (entry: JsonObject) => `${entry.place ?? '~'} ${entry.id}`
  return entries.sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
}

/** Entries of a keyed list that nobody wrote whole stand by their values, since the record was made. */
function withKeyed(list: string, fields: Fields, made: string, laid: Laid): Laid {
  const ids = new Set(
    [...laid.keys()].flatMap((path) => (path.startsWith(`${list}/`) ? [path.split('/')[1] ?? ''] : [])),
  )
  const standing = [...ids].filter((id) => {
    const values = readFields(fields, `${list}/${id}/`, (path) => laid.get(path)?.value)
    return !laid.has(`${list}/${id}`) && Object.values(values).some((value) => value !== null)
  })
  return new Map([...laid, ...standing.map((id) => [`${list}/${id}`, { stamp: made, value: true }] as const)])
}

function changedAt({ fields, lists }: Collection, made: string, laid: [path: string, stamp: string][]): number {
  const changes = laid.flatMap(([path, stamp]) => {
    const [first = '', entry, field = ''] = path.split('/')
    const list = entry === undefined ? undefined : own(lists, first)
    const declared = entry === undefined ? own(fields, first) : own(list?.fields ?? {}, field)
    const isChange = stamp !== made && !list?.once && !declared?.server && declared?.type !== 'place'
    return isChange ? [stamp] : []
  })
  return timeIn(changes.sort(compareStamps).at(-1) ?? made)
}

function timeIn(stamp: string): number {
  return Number.parseInt(stamp.slice(0, 9), 36)
}

/** Stamps by time, then count, then the replica's name. */
export function compareStamps(a: string, b: string): number {
  const count = (stamp: string) => Number.parseInt(stamp.slice(9, 12), 36)
  return (
    timeIn(a) - timeIn(b) || count(a) - count(b) || (a.slice(12) < b.slice(12) ? -1 : Number(a.slice(12) > b.slice(12)))
  )
}
