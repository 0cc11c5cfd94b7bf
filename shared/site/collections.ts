import { collection, type Row } from '../records/declarations/collection.ts'
import {
  flag,
  hue,
  ids,
  instant,
  integer,
  note,
  reference,
  strings,
  text,
  unread,
} from '../records/declarations/fields.ts'

/** «Сайт компании»; one record, id `SITE`. Its address, key and where it stands apart are the server's (sync-server/site). */
export const sites = collection('sites', {
  version: 1,
  family: 'setup',
  fields: {
    /** Shown to visitors. Off: whoever comes is told that the shop is closed. */
    isOn: flag(),
    name: text(),
    slogan: text(),
    /** Plain lines: of the first page, of delivery and payment, of how personal data are kept (152-ФЗ). */
    about: note(),
    delivery: note(),
    privacy: note(),
    phone: text(),
    email: text(),
    address: text(),
    /** Degrees of its main colour; null: the program's. */
    hue: hue(),
    /** As `data:image/…;base64,…`; null: that of the organisation’s papers, if it has one. */
    logo: unread(),
    organisation: reference('organisations'),
    /** Goods of these groups and below; none: all that have a price. */
    groups: ids(),
    priceType: reference('priceTypes'),
    showsStock: flag(),
    /** In which field that the company added it keeps how much there is of a product; null: that is not known. */
    stockField: unread(),
    /** What an order from it becomes. */
    kind: reference('kinds'),
    state: unread(),
    responsible: reference('people'),
    source: text(),
    /** Template of the letter that a visitor gets; null: the site's own. */
    template: reference('messageTemplates'),
    languages: strings(),
    /** The server writes: when the catalogue was published last, how many goods it has, what stood in its way, how much stands aside, and under which address its first page is. */
    published: instant({ server: true }),
    goods: integer({ server: true }),
    trouble: text({ server: true }),
    aside: integer({ server: true }),
    shop: text({ server: true }),
  },
})

/** The id of the one record of `sites`. */
export const SITE = 'site'

export type Site = Row<typeof sites>
