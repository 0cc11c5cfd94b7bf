import {
  ADDRESS_PARTS,
  type Address,
  type Contact,
  NAME_PARTS,
  type Property,
  type Reach,
} from '../../reading/vcard/contact.ts'
import { foldedLine } from './folded.ts'

export type WrittenVersion = '3.0' | '4.0'

/** The cards as a file (RFC 2426 or RFC 6350): read again, it gives the same contacts. */
export function writeCards(contacts: readonly Contact[], version: WrittenVersion): string {
  return contacts.map((contact) => cardOf(contact, version)).join('')
}

function cardOf(contact: Contact, version: WrittenVersion): string {
  const lines = ['BEGIN:VCARD', `VERSION:${version}`, ...linesOf(contact, version), 'END:VCARD']
  return lines.map(foldedLine).join('')
}

function linesOf(contact: Contact, version: WrittenVersion): string[] {
  const { name, parts, organisation, units, title, note, uid, categories } = contact
  const hasName = parts !== null || version === '3.0'
  const hasOrganisation = organisation !== null || units.length > 0
  return [
    `FN:${escaped(name)}`,
    ...(hasName ? [`N:${NAME_PARTS.map((part) => escaped(parts?.[part] ?? '')).join(';')}`] : []),
    ...(hasOrganisation ? [`ORG:${[organisation ?? '', ...units].map(escaped).join(';')}`] : []),
    ...textLine('TITLE', title),
    ...reachLines(contact, version),
    ...textLine('NOTE', note),
    ...birthdayLine(contact, version),
    ...(categories.length > 0 ? [`CATEGORIES:${categories.map(escaped).join(',')}`] : []),
    ...textLine('UID', uid),
    ...photoLine(contact, version),
    ...contact.others.map(otherLine),
  ]
}

function textLine(name: string, text: string | null): string[] {
  return text === null ? [] : [`${name}:${escaped(text)}`]
}

/** Phones, addresses and the like; one with a label stands in a group of its own, with it. */
function reachLines({ phones, emails, pages, addresses, others }: Contact, version: WrittenVersion): string[] {
  const taken = new Set(others.flatMap((other) => other.group ?? []))
  const all = [
    ...phones.map((one) => ({ name: 'TEL', one, value: escaped(one.value) })),
    ...emails.map((one) => ({ name: 'EMAIL', one, value: escaped(one.value) })),
    ...addresses.map((one) => ({ name: 'ADR', one, value: addressOf(one) })),
    ...pages.map((one) => ({ name: 'URL', one, value: escaped(one.value) })),
  ]
  return all.flatMap(({ name, one, value }, at) => {
    const line = `${name}${paramsOf(one, version)}:${value}`
    if (one.label === null) return [line]
    const group = freeGroup(at + 1, taken)
    return [`${group}.${line}`, `${group}.X-ABLABEL:${escaped(one.label)}`]
  })
}

function addressOf(address: Address): string {
  return ADDRESS_PARTS.map((part) => escaped(address[part])).join(';')
}

/** A group that no other property has; the name of its number, which is its line's, or longer. */
function freeGroup(number: number, taken: ReadonlySet<string>): string {
  let group = `item${number}`
  while (taken.has(group)) group = `${group}-`
  return group
}

function paramsOf({ types, preferred }: Omit<Reach, 'value'>, version: WrittenVersion): string {
  const all = preferred && version === '3.0' ? [...types, 'pref'] : types
  const type = all.length > 0 ? `;TYPE=${all.map(paramValue).join(',')}` : ''
  return preferred && version === '4.0' ? `${type};PREF=1` : type
}

function birthdayLine({ birthday }: Contact, version: WrittenVersion): string[] {
  if (birthday === null) return []
  if (version === '4.0') return [`BDAY:${birthday.replace(/(\d)-/g, '$1')}`]
  const isYearless = birthday.startsWith('--')
  return [isYearless ? `BDAY;X-APPLE-OMIT-YEAR=1604:1604-${birthday.slice(2)}` : `BDAY:${birthday}`]
}

function photoLine({ photo }: Contact, version: WrittenVersion): string[] {
  if (photo === null) return []
  const { mediaType, base64 } = photo
  if (version === '4.0') return [`PHOTO:data:${mediaType};base64,${base64}`]
  return [`PHOTO;ENCODING=b;TYPE=${paramValue(mediaType.replace('image/', ''))}:${base64}`]
}

function otherLine({ group, name, params, value }: Property): string {
  const given = [...params].map(([key, values]) => `;${key}=${values.map(paramValue).join(',')}`)
  return `${group === null ? '' : `${group}.`}${name}${given.join('')}:${value.replace(/\r\n|\n|\r/g, '\\n')}`
}

/** As RFC 6868 writes what would break a line; in quotes where a sign of the form stands in it. */
function paramValue(value: string): string {
  const plain = value.replace(/[\^\n"]/g, (sign) => (sign === '\n' ? '^n' : sign === '"' ? "^'" : '^^'))
  return /^[\w.+/-]*$/.test(plain) ? plain : `"${plain}"`
}

/** Signs that no text has, but line breaks and tabs. */
const CONTROL = /[^\P{Cc}\t\n]/gu

function escaped(text: string): string {
  const plain = text.replace(/\r\n|\r/g, '\n').replace(CONTROL, '')
  return plain.replace(/[\\,;\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`))
}
