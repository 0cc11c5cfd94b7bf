import * as v from 'valibot'
import type { SiteCatalogue, SiteGroup, SiteOrderState, SiteProduct } from '../../../shared/site/catalogue.ts'

type Shape<T> = v.GenericSchema<unknown, T>

const text = v.pipe(v.string(), v.maxLength(100_000))
const word = v.pipe(v.string(), v.maxLength(500))
const id = v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/))
/** Its part of an address: letters of any script, digits and hyphens. */
const slug = v.pipe(v.string(), v.regex(/^[\p{L}\p{N}-]{1,200}$/u))
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const whole = v.pipe(v.number(), v.safeInteger())
const hue = v.nullable(v.pipe(v.number(), v.finite()))

const group = v.object({ id, slug, name: word, parent: v.nullable(id) }) satisfies Shape<SiteGroup>

const product = v.object({
  id,
  slug,
  name: word,
  article: word,
  text,
  unit: word,
  group: v.nullable(id),
  price: v.pipe(whole, v.minValue(0)),
  stock: v.nullable(whole),
  pictures: v.array(hash),
}) satisfies Shape<SiteProduct>

/** What the agent publishes. */
export const CATALOGUE = v.object({
  made: whole,
  isOn: v.boolean(),
  name: word,
  slogan: word,
  about: text,
  delivery: text,
  privacy: text,
  phone: word,
  email: word,
  address: word,
  hue,
  logo: v.nullable(hash),
  seller: v.nullable(v.object({ name: word, inn: word, ogrn: word, address: word })),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  zone: v.pipe(v.string(), v.check(isZone)),
  language: v.picklist(['ru', 'en']),
  groups: v.array(group),
  goods: v.array(product),
}) satisfies Shape<SiteCatalogue>

export const STATES = v.pipe(
  v.array(
    v.object({
      token: id,
      number: word,
      state: word,
      hue,
      total: whole,
      vat: v.exactOptional(whole),
      lines: v.array(v.object({ name: word, quantity: whole, price: whole })),
      isDone: v.boolean(),
      isCancelled: v.boolean(),
      changed: whole,
    }),
  ),
  v.maxLength(1000),
) satisfies Shape<SiteOrderState[]>

export const SETTLED = v.object({ upTo: whole })

export const ASIDE = v.object({ numbers: v.pipe(v.array(whole), v.maxLength(1000)) })

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    // Intl says so by a RangeError alone.
    return false
  }
}
