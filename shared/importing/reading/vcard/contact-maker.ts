import { birthdayOf } from './birthday.ts'
import {
  ADDRESS_PARTS,
  type Address,
  type Contact,
  NAME_PARTS,
  type NameParts,
  type Photo,
  type Property,
  type Reach,
} from './contact.ts'
import { partsOf, unescaped, type Version } from './text.ts'

type Told = { readonly group: string | null; readonly reach: Reach }

/** Said by every card, or by whoever made it: nothing to be kept. */
const OF_THE_FORM = new Set(['VERSION', 'PRODID', 'BEGIN', 'END'])
/** A label that Apple's programs give in every language: `_$!<Work>!$_`. */
const STANDARD_LABEL = /^_\$!<(.*)>!\$_$/
/** A number's extension, as RFC 3966 writes it. */
const EXTENSION = /;ext=(\d+)$/i
const PICTURE = /^data:(image\/[\w.+-]+);base64,(.+)$/s

/** Puts a contact together from the properties of its card. */
export class ContactMaker {
  readonly #version: Version
  readonly #phones: Told[] = []
  readonly #emails: Told[] = []
  readonly #pages: Told[] = []
  readonly #addresses: { readonly group: string | null; readonly address: Address }[] = []
  readonly #labels: Property[] = []
  readonly #others: Property[] = []
  readonly #texts = new Map<string, string>()
  #organisation: readonly string[] | null = null
  #parts: NameParts | null = null
  #birthday: string | null = null
  #categories: readonly string[] | null = null
  #photo: Photo | null = null

  constructor(version: Version) {
    this.#version = version
  }

  /** False: its value is not what such a property holds; it is kept among the others. */
  take(property: Property): boolean {
    if (OF_THE_FORM.has(property.name)) return true
    const taken = this.#place(property)
    if (taken !== true) this.#others.push(property)
    return taken !== false
  }

  contact(): Contact {
    const [organisation = '', ...units] = this.#organisation ?? []
    const text = (name: string) => this.#texts.get(name) ?? null
    const contact = {
      parts: this.#parts,
      organisation: organisation || null,
      units: units.filter((unit) => unit !== ''),
      title: text('TITLE'),
      phones: this.#phones.map((one) => this.#labelled(one.group, one.reach)),
      emails: this.#emails.map((one) => this.#labelled(one.group, one.reach)),
      pages: this.#pages.map((one) => this.#labelled(one.group, one.reach)),
      addresses: this.#addresses.map((one) => this.#labelled(one.group, one.address)),
      note: text('NOTE'),
      birthday: this.#birthday,
      categories: this.#categories ?? [],
      uid: text('UID'),
      photo: this.#photo,
      others: [...this.#others, ...this.#labels.filter((label) => !this.#isUsed(label.group))],
    }
    return { name: text('FN') ?? nameOf(contact), ...contact }
  }

  /** True: it has its place; false: its value does not fit; null: there is none for it here, or it is taken. */
  #place(property: Property): boolean | null {
    switch (property.name) {
      case 'FN':
      case 'TITLE':
      case 'NOTE':
      case 'UID':
        return this.#text(property)
      case 'TEL':
        return this.#reach(this.#phones, property, numberOf(property))
      case 'EMAIL':
        return this.#reach(this.#emails, property, property.value)
      case 'URL':
        return this.#reach(this.#pages, property, property.value)
      case 'X-ABLABEL':
        return property.group !== null && this.#labels.push(property) > 0 ? true : null
      default:
        return this.#structured(property)
    }
  }

  #structured(property: Property): boolean | null {
    switch (property.name) {
      case 'N':
        return this.#name(property)
      case 'ORG':
        if (this.#organisation) return null
        this.#organisation = partsOf(property.value, ';', this.#version)
        return true
      case 'ADR':
        return this.#address(property)
      case 'CATEGORIES':
        if (this.#categories) return null
        this.#categories = partsOf(property.value, ',', this.#version).filter((one) => one !== '')
        return true
      case 'BDAY':
        return this.#born(property)
      case 'PHOTO':
        return this.#picture(property)
      default:
        return null
    }
  }

  #text({ name, value }: Property): boolean | null {
    if (value === '') return true
    if (this.#texts.has(name)) return null
    this.#texts.set(name, unescaped(value, this.#version))
    return true
  }

  #reach(all: Told[], property: Property, value: string): boolean {
    const text = unescaped(value, this.#version)
    if (text !== '') all.push({ group: property.group, reach: { value: text, ...kindOf(property) } })
    return true
  }

  #name({ value }: Property): boolean | null {
    if (this.#parts) return null
    this.#parts = filledOf(partsOf(value, ';', this.#version), NAME_PARTS)
    return true
  }

  #address(property: Property): boolean {
    const parts = filledOf(partsOf(property.value, ';', this.#version), ADDRESS_PARTS)
    if (parts) this.#addresses.push({ group: property.group, address: { ...parts, ...kindOf(property) } })
    return true
  }

  #born(property: Property): boolean | null {
    if (this.#birthday || property.params.get('VALUE')?.[0]?.toLowerCase() === 'text') return null
    this.#birthday = birthdayOf(property)
    return this.#birthday !== null
  }

  #picture({ params, value }: Property): boolean | null {
    const photo = params.has('ENCODING') ? embedded(params, value) : linked(value)
    if (this.#photo || !photo) return null
    this.#photo = photo
    return true
  }

  #labelled<T extends { readonly label: string | null }>(group: string | null, one: T): T {
    const label = group === null ? undefined : this.#labels.find((property) => property.group === group)
    if (!label) return one
    const text = unescaped(label.value, this.#version)
    return { ...one, label: STANDARD_LABEL.exec(text)?.[1] ?? text }
  }

  #isUsed(group: string | null): boolean {
    const all = [...this.#phones, ...this.#emails, ...this.#pages, ...this.#addresses]
    return all.some((one) => one.group === group)
  }
}

function kindOf({ params }: Property): Omit<Reach, 'value'> {
  const types = params.get('TYPE') ?? []
  const preferred = types.includes('pref') || params.has('PREF')
  return { types: types.filter((type) => type !== 'pref'), label: null, preferred }
}

/** A number without the address form of RFC 3966. */
function numberOf({ value }: Property): string {
  return /^tel:/i.test(value) ? value.slice(4).replace(EXTENSION, ' ext. $1') : value
}

/** The parts by name; null where all are empty. */
function filledOf<N extends string>(
  parts: readonly string[],
  names: readonly N[],
): { readonly [K in N]: string } | null {
  if (parts.every((part) => part === '')) return null
  // Every name has its entry.
  return Object.fromEntries(names.map((name, at) => [name, parts[at] ?? ''])) as { [K in N]: string }
}

function embedded(params: Property['params'], value: string): Photo {
  const type = params.get('TYPE')?.[0] ?? 'jpeg'
  return { mediaType: type.startsWith('image/') ? type : `image/${type}`, base64: value.replace(/\s/g, '') }
}

function linked(value: string): Photo | null {
  const [, mediaType, base64] = PICTURE.exec(value.replace(/\\([,;])/g, '$1')) ?? []
  return mediaType !== undefined && base64 !== undefined ? { mediaType, base64 } : null
}

/** What a card without a name is called by. */
function nameOf({ parts, organisation, emails, phones }: Omit<Contact, 'name'>): string {
  const own = parts ? [parts.family, parts.given, parts.additional].filter((part) => part !== '').join(' ') : ''
  return own || organisation || emails[0]?.value || phones[0]?.value || ''
}
