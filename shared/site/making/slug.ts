import { digest } from 'lib0/hash/sha256'

/** Letters as addresses of sites write them. */
const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'а a б b в v г g д d е e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х h ц ts ч ch ш sh щ sch ъ  ы y ь  э e ю yu я ya ' +
    'і i ї i є e ґ g ў u'
  )
    .split(/ (?=[^a-z])/)
    .map((pair) => [pair.slice(0, 1), pair.slice(2).trim()]),
)

/** Longer beginnings of an address nobody reads. */
const LONGEST = 60
/** Hexadecimal digits behind the name: with them no two of ten thousand goods of one name meet. */
const SUFFIX = 6

/** A name in small Latin letters, digits and hyphens; empty where it has none of them. */
export function latinOf(name: string): string {
  const small = name.toLowerCase().normalize('NFC').replaceAll('ё', 'е')
  const latin = [...small].map((sign) => LATIN[sign] ?? sign).join('')
  const plain = latin.normalize('NFD').replaceAll(/\p{M}/gu, '')
  const joined = plain.replaceAll(/[^a-z0-9]+/g, '-').slice(0, LONGEST)
  return joined.replaceAll(/^-+|-+$/g, '')
}

/**
 * Parts of addresses for records, by id: of the name and of the id, so that none depends on which others there are, and all differ
 * (SPEC WB2).
 */
export function slugsOf(named: Iterable<{ readonly id: string; readonly name: string }>): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  const slugs = new Map<string, string>()
  for (const { id, name } of [...named].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const marks = marksOf(id)
    let slug = ''
    for (let length = SUFFIX; slug === '' || taken.has(slug); length++)
      slug = [latinOf(name), marks.slice(0, length)].filter(Boolean).join('-')
    taken.add(slug)
    slugs.set(id, slug)
  }
  return slugs
}

function marksOf(id: string): string {
  return [...digest(new TextEncoder().encode(id))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
