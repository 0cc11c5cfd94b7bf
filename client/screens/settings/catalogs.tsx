import type { CatalogProps } from '../../records/catalog.tsx'
import { Rates } from './currencies/rates.tsx'
import { MaskFault } from './ignored/fault.tsx'
import { KindStates } from './kinds/kind-states.tsx'
import { Requisites } from './organisations/requisites.tsx'
import { Mailing } from './reports/mailing.tsx'

/** The simple lists of settings, by the last part of their address. */
export const CATALOGS: { readonly [list: string]: Omit<CatalogProps, 'home'> } = {
  organisations: {
    collection: 'organisations',
    columns: ['name', 'fullName', 'inn'],
    form: ['name', 'fullName', 'inn', 'kpp', 'ogrn', 'address', 'phone', 'email', 'headPost', 'head', 'accountant'],
    discussed: true,
    below: (id) => <Requisites id={id} />,
  },
  departments: { collection: 'departments', columns: ['name'], form: ['name'] },
  kinds: {
    collection: 'kinds',
    columns: ['name', 'sort'],
    form: ['name', 'sort'],
    fresh: { sort: 'customer' },
    below: (id) => <KindStates id={id} />,
  },
  states: {
    collection: 'states',
    columns: ['name', 'hue', 'requires', 'days'],
    form: ['name', 'hue', 'requires', 'days'],
  },
  reasons: { collection: 'reasons', columns: ['name', 'other'], form: ['name', 'hue', 'other'] },
  templates: {
    collection: 'orderTemplates',
    columns: ['name', 'sort', 'kind', 'priceType', 'discount'],
    form: [
      'name',
      'sort',
      'kind',
      'organisation',
      'department',
      'priceType',
      'discount',
      'vatMode',
      'currency',
      'tags',
      'note',
    ],
    fresh: { sort: 'customer' },
  },
  projects: {
    collection: 'projects',
    columns: ['name', 'customer', 'responsible', 'from', 'until'],
    form: ['name', 'customer', 'responsible', 'from', 'until', 'note'],
    discussed: true,
  },
  scenarios: {
    collection: 'scenarios',
    columns: ['name', 'periodicity', 'first', 'second'],
    form: ['name', 'periodicity', 'first', 'second'],
    fresh: { periodicity: 'byMonth', first: 'byCategory' },
  },
  reports: {
    collection: 'reportSchedules',
    columns: ['name', 'every', 'on', 'sent'],
    form: ['name', 'on', 'period', 'every', 'day', 'form', 'to', 'author'],
    fresh: { on: true, period: 'previousWeek', every: 'everyWeek', day: 1, at: 9 * 60, form: 'xlsx' },
    below: (id) => <Mailing id={id} />,
  },
  sources: { collection: 'sources', columns: ['name'], form: ['name'] },
  groups: { collection: 'productGroups', columns: ['name', 'parent'], form: ['name', 'parent'] },
  units: { collection: 'units', columns: ['name', 'fullName', 'code'], form: ['name', 'fullName', 'code'] },
  prices: {
    collection: 'priceTypes',
    columns: ['name', 'currency'],
    form: ['name', 'currency'],
    fresh: (currency) => ({ currency }),
    discussed: true,
  },
  currencies: {
    collection: 'currencies',
    columns: ['code', 'name'],
    form: ['code', 'name'],
    below: (id) => <Rates id={id} />,
  },
  ignored: {
    collection: 'ignoredNumbers',
    columns: ['number', 'note'],
    form: ['number', 'note'],
    below: (id) => <MaskFault id={id} />,
  },
  mappings: { collection: 'mappings', columns: ['columns'], form: [] },
}
