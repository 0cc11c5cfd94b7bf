import { collection, list, type Row } from '../records/declarations/collection.ts'
import { choice, flag, hue, place, text } from '../records/declarations/fields.ts'

/** Collections to which a company adds fields of its own. */
export const CUSTOMIZED = ['customers', 'orders', 'products'] as const
export type Customized = (typeof CUSTOMIZED)[number]

/** What a field of a company's own may hold. */
export const CUSTOM_TYPES = [
  'line',
  'longText',
  'number',
  'sum',
  'day',
  'yesNo',
  'choice',
  'choices',
  'toCustomer',
  'toPerson',
  'toProduct',
  'phone',
  'email',
  'link',
] as const
export type CustomType = (typeof CUSTOM_TYPES)[number]

/** Of these a filter of one press can be. */
export const QUICK_TYPES: readonly CustomType[] = [
  'choice',
  'choices',
  'yesNo',
  'day',
  'toCustomer',
  'toPerson',
  'toProduct',
]

/** How many decimals a number has, by name: 0 to 4. */
export const DECIMALS = ['units', 'tenths', 'hundredths', 'thousandths', 'tenThousandths'] as const

/** At most so many fields of one collection, and options of one field: more is no form that anybody fills in. */
export const MOST_FIELDS = 100
export const MOST_OPTIONS = 200

/**
 * «Свои поля»: a record's id is the name under which records hold the value (SPEC U1), so a field is renamed, given
 * another type, removed and restored without a write to any of them.
 */
export const customFields = collection('customFields', {
  version: 1,
  family: 'setup',
  fields: {
    name: text({ required: true }),
    of: choice(CUSTOMIZED, { required: true }),
    type: choice(CUSTOM_TYPES, { required: true }),
    hint: text(),
    /** Records without it are told of; nothing is refused for it. */
    wanted: flag(),
    /** Cards that are being made do without it. */
    later: flag(),
    /** Lists have a filter of their own for it. */
    quick: flag(),
    /** Of a number. */
    decimals: choice(DECIMALS),
    place: place(),
  },
  lists: {
    /** `off`: offered no more; who has it keeps it, and its name. */
    options: list({ name: text({ required: true }), hue: hue(), off: flag(), place: place() }),
  },
})

export type CustomFieldRow = Row<typeof customFields>
