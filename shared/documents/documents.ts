import { digest } from 'lib0/hash/sha256'
import { newEntryId, newId, parseId } from '../records/keys/id.ts'
import { isId, isSegment } from '../records/keys/key.ts'
import { CIRCLES, COMMON, FAMILIES, type Family, type FamilyName } from './families.ts'
import { isKnownQuarter, quarterOf } from './quarter.ts'
import type { Who } from './roles.ts'

/** A known document. Its name is `<company>/<family>[/<part>…]`. */
export interface KnownDocument {
  readonly name: string
  readonly company: string
  readonly family: FamilyName
  readonly parts: readonly string[]
}

/** Reads a document's name; null unless the family, the circle and the quarter are known at `now` (ms). */
export function parseDocument(name: string, now: number): KnownDocument | null {
  const [company = '', family = '', ...parts] = name.split('/')
  if (!isSegment(company) || !isFamily(family)) return null
  const kinds = familyOf(family).parts
  const fits = parts.length === kinds.length && kinds.every((kind, i) => isPart(kind, parts[i] ?? '', now))
  return fits ? { name, company, family, parts } : null
}

/** The document that holds, or would hold, a record of the family. Throws RangeError where the id names none. */
export function documentOf(company: string, family: string, id: string): string {
  if (!isFamily(family)) throw new RangeError(`No family of documents is called ${family}`)
  const parts = familyOf(family).parts.map((kind) => partOf(kind, id))
  return [company, family, ...parts].join('/')
}

/**
 * A fresh id for a record of the family, made at `now` (ms) by or for an account. Where a document is cut by circle or
 * owner, the id names it; elsewhere it is short, so that it can also name an entry of a list: a state in its kind.
 */
export function freshId(family: string, now: number, user = ''): string {
  const parts = isFamily(family) ? familyOf(family).parts : []
  if (parts.includes('owner')) return newId(ownCircle(user), now)
  return parts.includes('circle') ? newId(COMMON, now) : newEntryId()
}

/**
 * The circle of what one account alone has (a family cut by `owner`): ids of its records begin with it. An account's own id may have
 * signs that a circle has not.
 */
export function ownCircle(user: string): string {
  const bytes = digest(new TextEncoder().encode(`owner\u0000${user}`)).subarray(0, 10)
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function mayRead(document: KnownDocument, who: Who): boolean {
  return allows(document, who, 'reads')
}

export function mayWrite(document: KnownDocument, who: Who): boolean {
  return allows(document, who, 'writes')
}

function allows(document: KnownDocument, who: Who, right: 'reads' | 'writes'): boolean {
  const family = familyOf(document.family)
  if (family.personal && !(family.served && who.role === 'agent') && !isOwn(document, who.user)) return false
  return family[right].includes(who.role)
}

function isOwn({ family, parts }: KnownDocument, user: string): boolean {
  return parts[0] === (familyOf(family).parts[0] === 'owner' ? ownCircle(user) : user)
}

function familyOf(name: FamilyName): Family {
  return FAMILIES[name]
}

function isFamily(name: string): name is FamilyName {
  return Object.hasOwn(FAMILIES, name)
}

function isPart(kind: Family['parts'][number], text: string, now: number): boolean {
  if (kind === 'circle') return CIRCLES.includes(text)
  if (kind === 'owner') return /^[0-9a-f]{20}$/.test(text)
  if (kind === 'record') return isId(text)
  return kind === 'quarter' ? isKnownQuarter(text, now) : isSegment(text)
}

function partOf(kind: Family['parts'][number], id: string): string {
  if (kind === 'record') return id
  if (kind === 'id') return ownerOf(id)
  const parsed = parseId(id)
  if (!parsed) throw new RangeError(`The id ${id} names no document`)
  return kind === 'quarter' ? quarterOf(parsed.time) : parsed.circle
}

/** In a document that belongs to somebody, ids are the owner's own id, or that with `_` and more behind it. */
function ownerOf(id: string): string {
  return id.split('_')[0] ?? id
}
