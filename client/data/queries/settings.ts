import type { CollectionName } from '../../../shared/collections.ts'
import { COMPANY, company, currencies } from '../../../shared/company/collections.ts'
import { type Exchange, exchangeOf } from '../../../shared/company/rates.ts'
import { type WorkingTime, workingTimeOf } from '../../../shared/company/workdays/workdays.ts'
import { customFields } from '../../../shared/custom/collections.ts'
import { type CustomField, declaredOf } from '../../../shared/custom/declared.ts'
import type { Directory } from './directory.ts'

/** What is made of a company's settings. */
export interface Settings {
  readonly exchange: Exchange
  readonly workingTime: WorkingTime
  readonly customFields: readonly CustomField[]
}

interface Made<V> {
  /** Of which collections. */
  readonly of: readonly CollectionName[]
  readonly make: (directory: Directory) => V
}

const MADE: { readonly [S in keyof Settings]: Made<Settings[S]> } = {
  exchange: {
    of: ['company', 'currencies'],
    make: (directory) => exchangeOf(directory.typed(company, COMPANY), directory.all(currencies)),
  },
  workingTime: { of: ['company'], make: (directory) => workingTimeOf(directory.typed(company, COMPANY)) },
  customFields: { of: ['customFields'], make: (directory) => declaredOf([...directory.all(customFields)]) },
}

/** A company's settings, each the same object until what it is made of changes. */
export class KnownSettings {
  readonly #directory: Directory
  readonly #known: { -readonly [S in keyof Settings]?: Settings[S] } = {}

  constructor(directory: Directory) {
    this.#directory = directory
  }

  get<S extends keyof Settings>(name: S): Settings[S] {
    const known: Settings[S] = this.#known[name] ?? MADE[name].make(this.#directory)
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
