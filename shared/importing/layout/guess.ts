import type { Sheet } from '../reading/sheet.ts'
import { fieldOf, LAID_OUT, type LaidOut, type Layout, takesMany, targetsOf } from './layout.ts'

/** What targets are called in the languages of the program, for each sort of record. */
export type TargetWords = { readonly [W in LaidOut]: Readonly<Record<string, readonly string[]>> }

/** What other programs call them besides, and what the names of vCard are. */
const ALSO: { readonly [W in LaidOut]?: Readonly<Record<string, readonly string[]>> } = {
  customers: {
    name: ['наименование', 'клиент', 'контрагент', 'заказчик', 'фио', 'имя', 'название', 'company', 'client', 'fn'],
    fullName: ['полное наименование', 'юридическое название', 'legal name'],
    phone: ['тел', 'телефоны', 'мобильный', 'моб', 'phone number', 'mobile', 'tel'],
    email: ['e mail', 'эл почта', 'электронная почта', 'адрес электронной почты', 'mail'],
    address: ['адрес доставки', 'фактический адрес', 'adr'],
    note: ['комментарий', 'заметка', 'описание', 'comment', 'notes', 'org', 'title', 'bday', 'url'],
    tags: ['теги', 'категории', 'categories', 'groups'],
    responsible: ['менеджер', 'manager', 'owner'],
    type: ['вид', 'kind'],
    'contacts.name': ['контактное лицо', 'contact person'],
  },
  products: {
    name: ['наименование', 'товар', 'номенклатура', 'product', 'item', 'title'],
    article: ['код', 'арт', 'sku', 'code'],
    category: ['группа', 'раздел', 'group'],
    unit: ['ед', 'ед изм', 'единица измерения', 'uom'],
    price: ['стоимость', 'цена руб', 'розничная цена', 'cost'],
    vat: ['ставка ндс', 'ндс %', 'tax'],
    type: ['вид'],
  },
  people: { name: ['фио', 'сотрудник', 'employee', 'full name'] },
}
/** Columns whose text tells rows apart, the surest first. */
const KEYS = ['id', 'uid', 'ид', 'код', 'code', 'guid', 'ключ', 'key', 'инн', 'inn', 'артикул', 'article', 'sku']

/** The layout that a table's columns speak for; `words` are what fields are called. Of two that fit alike, the first of LAID_OUT. */
export function guessLayout(sheet: Sheet, words: TargetWords): Layout {
  const all = LAID_OUT.map((what) => ({ what, targets: guessTargets(what, sheet, words) }))
  const best = all.reduce((one, other) => (scoreOf(other.targets) > scoreOf(one.targets) ? other : one))
  return layoutFor(best.what, sheet, words)
}

/** The layout of a table that is known to be of one sort. */
export function layoutFor(what: LaidOut, sheet: Sheet, words: TargetWords): Layout {
  const guessed = guessTargets(what, sheet, words)
  const [first] = sheet.columns
  const targets = Object.values(guessed).includes('name') || !first ? guessed : { ...guessed, [first]: 'name' }
  return { what, targets, key: guessKey(sheet, targets), changed: 'update' }
}

/** A record without a name is none: a table without one is hardly of that sort. */
function scoreOf(targets: Layout['targets']): number {
  const all = Object.values(targets)
  return new Set(all).size + (all.includes('name') ? 0 : -10)
}

function guessTargets(what: LaidOut, { columns }: Sheet, words: TargetWords): Record<string, string> {
  const byName = new Map<string, string>()
  for (const target of targetsOf(what)) {
    const own = fieldOf(what, target)?.added?.title ?? target
    const names = [target, own, ...(words[what][target] ?? []), ...(ALSO[what]?.[target] ?? [])]
    for (const name of names) if (!byName.has(plain(name))) byName.set(plain(name), target)
  }
  const targets: Record<string, string> = {}
  for (const column of columns) {
    const target = byName.get(plain(column)) ?? byName.get(plain(column).replace(/ ?\d+$/, ''))
    const free = target === undefined ? undefined : freeTarget(what, target, Object.values(targets))
    if (free !== undefined) targets[column] = free
  }
  return targets
}

/** A second phone is an entry of the list of phones. */
const MORE: Readonly<Record<string, string>> = {
  phone: 'phones.number',
  email: 'emails.email',
  address: 'addresses.address',
}

function freeTarget(what: LaidOut, target: string, taken: readonly string[]): string | undefined {
  if (!taken.includes(target) || takesMany(what, target)) return target
  return what === 'customers' ? MORE[target] : undefined
}

/** The first column of a key's name that is filled and tells all rows apart; else the one of the name. */
function guessKey({ columns, rows }: Sheet, targets: Layout['targets']): string {
  const tellsApart = (column: string) => {
    const cells = new Set(rows.map((row) => row.cells[column] ?? ''))
    return cells.size === rows.length && !cells.has('')
  }
  const named = KEYS.flatMap((key) => columns.filter((column) => plain(column) === key))
  const ofName = columns.find((column) => targets[column] === 'name')
  return named.find(tellsApart) ?? ofName ?? columns[0] ?? ''
}

/** A name as it is compared: small letters, one space, no signs; «Тел. (2)» is «тел 2». */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\d%]+/gu, ' ')
    .trim()
}
