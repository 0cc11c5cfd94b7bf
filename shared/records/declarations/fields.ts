import { isPlace } from './place.ts'
import type { Json } from './value.ts'

/** What kinds of field there are; forms, lists, filters, import and export choose their behaviour by it. */
export type FieldType =
  | 'text'
  | 'note'
  | 'choice'
  | 'flag'
  | 'integer'
  | 'money'
  | 'quantity'
  | 'percent'
  | 'decimal'
  | 'rate'
  | 'date'
  | 'instant'
  | 'hue'
  | 'reference'
  | 'place'
  | 'strings'

/** What a line of text is to be; what does not look so is kept, and said to (shared/records/forms, SPEC R20). */
export type TextForm =
  | 'inn'
  | 'kpp'
  | 'ogrn'
  | 'bik'
  | 'account'
  | 'correspondent'
  | 'phone'
  | 'email'
  | 'barcode'
  | 'link'
  | 'currency'

/** What a company says of a field that it added; the dictionaries know nothing of it (shared/custom). */
export interface Added {
  readonly title: string
  readonly hint: string | null
  /** Records without it are told of; nothing is refused. */
  readonly isWanted: boolean
  /** Shown over lists as a filter of its own. */
  readonly isQuick: boolean
  /** A card that is being made shows it once it has a value. */
  readonly isLater: boolean
  /** Of a number, how many decimals are shown; null: as many as it has, two at most. */
  readonly decimals: number | null
  /** What a choice offers, in order. */
  readonly options: readonly AddedOption[]
}

export interface AddedOption {
  readonly id: string
  readonly name: string
  readonly hue: number | null
  /** Offered no more; it is still what records that have it say. */
  readonly isOff: boolean
}

/** A field of a record or of a list's entry; T is what reading gives. */
export interface Field<T extends Json = Json> {
  readonly type: FieldType
  /** What reading gives where nothing, or nothing acceptable, was written. Never written itself. */
  readonly fallback: T
  /** Whether a value may stand here; null always may, it empties the field. */
  readonly accepts: (value: Json) => boolean
  /** A form does not save without it. */
  readonly required: boolean
  /** Written by the sync server alone. */
  readonly server: boolean
  /** Though it is the server's, a record may be created with it: an imported number. */
  readonly imported: boolean
  /** Lists show its sum; a name: the sum of that field of their items instead. */
  readonly summed?: true | string
  /** The collection that a reference points to. */
  readonly to?: string
  readonly choices?: readonly string[]
  /** The least number that forms take. */
  readonly least?: number
  readonly form?: TextForm
  /** The collection whose names are offered for a text; any other text may stand there, too. */
  readonly offers?: string
  /** The id of an account: people read its person's name. */
  readonly account?: true
  /** An id, a hash, what the program says to itself: nobody reads it, no search finds it. */
  readonly unread?: true
  /** A text with looks, in the form of shared/messages/body: people read its words. */
  readonly rich?: true
  readonly added?: Added
}

interface Options {
  readonly required?: boolean
  readonly server?: boolean
  readonly imported?: boolean
  readonly summed?: true | string
}

/** The last millisecond that a calendar knows, in both directions from 1970. */
const LAST_INSTANT = 8.64e15

const isText = (value: Json) => typeof value === 'string'
const isInteger = (value: Json) => Number.isSafeInteger(value)
const isNumber = (value: Json) => typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER
const isInstant = (value: Json) => Number.isSafeInteger(value) && Math.abs(Number(value)) <= LAST_INSTANT
const isStrings = (value: Json) => Array.isArray(value) && value.every(isText)

/** A day that the calendar has: no 31st of February. */
function isDate(value: Json): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const time = Date.parse(value)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}

function make<T extends Json>(
  type: FieldType,
  accepts: (value: Json) => boolean,
  fallback: T,
  options: Options = {},
): Field<T> {
  const { required = false, server = false, imported = false, summed } = options
  return { type, fallback, accepts, required, server, imported, ...(summed && { summed }) }
}

/** One line of text. */
export const text = (options?: Options) => make<string | null>('text', isText, null, options)
/** A tax number: 10 digits of a company, 12 of a person. */
export const inn = () => textOf('inn')
/** Why a company is on a tax office's books: 9 signs. */
export const kpp = () => textOf('kpp')
/** The state's number of a company, 13 digits, or of a person in business, 15. */
export const ogrn = () => textOf('ogrn')
/** A Russian bank's number: 9 digits. */
export const bik = () => textOf('bik')
/** A settlement account, 20 digits; and the one that the bank itself has with the Bank of Russia. */
export const bankAccount = () => textOf('account')
export const correspondent = () => textOf('correspondent')
export const phone = () => textOf('phone')
export const email = () => textOf('email')
/** The number that a product's bars stand for: 8, 12, 13 or 14 digits. */
export const barcode = () => textOf('barcode')
/** An address of the web. */
export const link = () => textOf('link')
/** A currency by its code of ISO 4217. */
export const currency = (options?: Options): Field<string | null> => ({ ...text(options), form: 'currency' })
/** Text of several lines. */
export const note = (options?: Options) => make<string | null>('note', isText, null, options)
/** Text of several lines with looks. */
export const richText = (): Field<string | null> => ({ ...note(), rich: true })
export const flag = (options?: Options) => make<boolean>('flag', (value) => typeof value === 'boolean', false, options)
export const integer = ({ least, ...options }: Options & { readonly least?: number } = {}): Field<number | null> => ({
  ...make<number | null>('integer', isInteger, null, options),
  ...(least !== undefined && { least }),
})
/** Minor units of the record's currency (kopecks). */
export const money = (options?: Options) => make<number | null>('money', isInteger, null, options)
/** Thousandths of a unit. */
export const quantity = (options?: Options) => make<number | null>('quantity', isInteger, null, options)
/** Hundredths of a percent. */
export const percent = (options?: Options) => make<number | null>('percent', isInteger, null, options)
/** Hundredths of one, in parts down to a hundredth of these (shared/custom/numbers.ts). */
export const decimal = (options?: Options) => make<number | null>('decimal', isNumber, null, options)
/** Millionths of a currency for one unit of another: above nothing. */
export const rate = () => make<number | null>('rate', (value) => isInteger(value) && Number(value) > 0, null)
/** A plain date, `YYYY-MM-DD`. */
export const date = (options?: Options) => make<string | null>('date', isDate, null, options)
/** Milliseconds since 1970, UTC. */
export const instant = (options?: Options) => make<number | null>('instant', isInstant, null, options)
/** A colour's hue in degrees, 0 to 359. */
export const hue = () =>
  make<number | null>('hue', (value) => isInteger(value) && Number(value) >= 0 && Number(value) < 360, null)
/** Where an entry stands in its list, or a record among others: a fractional index. */
export const place = () => make<string | null>('place', (value) => typeof value === 'string' && isPlace(value), null)
/** A set of words or ids that is always written whole. */
export const strings = ({
  choices,
  ...options
}: Options & { readonly choices?: readonly string[] } = {}): Field<readonly string[]> => ({
  ...make<readonly string[]>('strings', isStrings, [], options),
  ...(choices && { choices }),
})

/** A set of ids, which nobody reads. */
export const ids = (): Field<readonly string[]> => ({ ...strings(), unread: true })

/** The id of a record of the collection named `to`. */
export function reference(to: string, options?: Options): Field<string | null> {
  return { ...make<string | null>('reference', isText, null, options), to }
}

/** An account, by its id; the server writes it. */
export function account(): Field<string | null> {
  return { ...text({ server: true }), account: true }
}

/** A line of text that nobody reads: an id, a hash, what the program says to itself. */
export const unread = (options?: Options): Field<string | null> => ({ ...text(options), unread: true })

/** A line of text for which the names of the collection called `collection` are offered. */
export function offered(collection: string): Field<string | null> {
  return { ...text(), offers: collection }
}

function textOf(form: TextForm): Field<string | null> {
  return { ...text(), form }
}

/** One of a closed list of words. A word that this program does not know reads as null. */
export function choice<const C extends string>(choices: readonly C[], options?: Options): Field<C | null> {
  return { ...make<C | null>('choice', (value) => choices.some((one) => one === value), null, options), choices }
}
