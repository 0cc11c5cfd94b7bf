import { ignoredNumbers } from '../../../shared/calls/collections.ts'
import { type Ignores, ignoring } from '../../../shared/calls/ignored/mask.ts'
import type { CollectionName } from '../../../shared/collections.ts'
import { COMPANY, company, currencies } from '../../../shared/company/collections.ts'
import { type Exchange, exchangeOf } from '../../../shared/company/rates.ts'
import { type WorkingTime, workingTimeOf } from '../../../shared/company/workdays/workdays.ts'
import { customFields } from '../../../shared/custom/collections.ts'
import { type CustomField, declaredOf } from '../../../shared/custom/declared.ts'
import { type Tally, talliesOf } from './rules/tallies.ts'
import type { StandingRecords } from './standing-records.ts'

/** What is made of a company's settings. */
export interface Settings {
  readonly exchange: Exchange
  readonly workingTime: WorkingTime
  readonly customFields: readonly CustomField[]
  /** Numbers that are not handled. */
  readonly ignores: Ignores
  /** What came of its rules, by their ids. */
  readonly tallies: ReadonlyMap<string, Tally>
}

interface Made<V> {
  /** Of which collections. */
  readonly of: readonly CollectionName[]
  readonly make: (records: StandingRecords) => V
}

const MADE: { readonly [S in keyof Settings]: Made<Settings[S]> } = {
  exchange: {
    of: ['company', 'currencies'],
    make: (records) => exchangeOf(records.typed(company, COMPANY), records.all(currencies)),
  },
  workingTime: { of: ['company'], make: (records) => workingTimeOf(records.typed(company, COMPANY)) },
  ignores: { of: ['ignoredNumbers', 'company'], make: ignoresOf },
  tallies: { of: ['runs'], make: talliesOf },
  customFields: { of: ['customFields'], make: (records) => declaredOf([...records.all(customFields)]) },
}

function ignoresOf(records: StandingRecords): Ignores {
  const standing = [...records.all(ignoredNumbers)].filter(({ gone }) => !gone)
  return ignoring(
    standing.flatMap(({ number }) => number ?? []),
    records.typed(company, COMPANY)?.country ?? null,
  )
}

/** A company's settings, each the same object until what it is made of changes. */
export class KnownSettings {
  readonly #records: StandingRecords
  readonly #known: { -readonly [S in keyof Settings]?: Settings[S] } = {}

  constructor(records: StandingRecords) {
    this.#records = records
  }

  get<S extends keyof Settings>(name: S): Settings[S] {
    const known: Settings[S] = this.#known[name] ?? MADE[name].make(this.#records)
    this.#known[name] = known
    return known
  }

  /** These collections have changed. */
  touch(touched: ReadonlyMap<CollectionName, unknown>): void {
    for (const name of Object.keys(this.#known) as (keyof Settings)[]) {
      if (MADE[name].of.some((collection) => touched.has(collection))) delete this.#known[name]
    }
  }
}
