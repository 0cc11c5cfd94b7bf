import { generateKeyBetween } from 'fractional-indexing'
import { COMPANY, company, currencies } from '../../company/collections.ts'
import type { Sort } from '../../orders/collections.ts'
import { kinds } from '../../orders/collections.ts'
import type { Mapping } from '../reading/mapping.ts'
import { readNumber } from '../reading/numbers.ts'
import type { Known } from './book.ts'
import { entryId, timelessId } from './ids.ts'
import { planRecord, type Setting } from './setting.ts'

type MappedKind = Mapping['kinds'][number]
type MappedCurrency = Mapping['currencies'][number]

/** A kind as orders of the import refer to it. */
export interface KindInUse {
  readonly id: string
  readonly sort: Sort
  /** Ids of its states by name. */
  readonly states: ReadonlyMap<string, string>
}

/**
 * Plans what orders stand on: currencies, reasons, kinds with their states. What the company has by that name is used
 * as it is; a kind gets the states that it lacks.
 */
export function planSetup(setting: Setting, known: Known): ReadonlyMap<string, KindInUse> {
  planCompanyCurrency(setting, known)
  const codes = new Set([...known.rows(currencies)].filter((row) => !row.gone).map((row) => row.code))
  for (const currency of setting.mapping.currencies) if (!codes.has(currency.code)) planCurrency(setting, currency)
  for (const { name, hue } of setting.mapping.reasons) named(setting, 'reasons', name, hue)
  return new Map(setting.mapping.kinds.map((kind) => [kind.name, planKind(setting, known, kind)]))
}

function planCompanyCurrency({ mapping, commands }: Setting, known: Known): void {
  const own = [...known.rows(company)].find((row) => row.id === COMPANY)
  if (!own || own.currency !== null || mapping.currency === undefined) return
  commands.push({
    command: 'setRecord',
    args: { collection: 'company', id: COMPANY, values: { currency: mapping.currency } },
  })
}

function planCurrency(setting: Setting, { code, name, rates }: MappedCurrency): void {
  const id = timelessId(setting.mapping.name, 'currencies', code)
  const entries = rates.map(({ from, rate }, i) => {
    const millionths = readNumber(rate, 6, { decimal: '.', group: '' })
    return [entryId(id, 'rates', i), { from, millionths }] as const
  })
  planRecord(setting, 'currencies', id, { code, name: name ?? null, rates: Object.fromEntries(entries) })
}

/** The id of the record with that name: the company's own, or one that is planned here. */
function named(setting: Setting, collection: 'states' | 'reasons', name: string, hue: number | undefined): string {
  const [found] = setting.book.find(collection, name)
  if (found !== undefined) return found
  const id = timelessId(setting.mapping.name, collection, name)
  if (!setting.book.has(id)) planRecord(setting, collection, id, { name, hue: hue ?? null })
  return id
}

function planKind(setting: Setting, known: Known, { name, sort, states }: MappedKind): KindInUse {
  const ids = new Map(states.map((state) => [state.name, named(setting, 'states', state.name, state.hue)]))
  const own = [...known.rows(kinds)].find((row) => !row.gone && row.name === name && row.sort === sort)
  const id = own?.id ?? timelessId(setting.mapping.name, 'kinds', `${sort} ${name}`)
  if (!own) planNewKind(setting, id, { name, sort }, [...ids.values()])
  else if ([...ids.values()].some((state) => !own.states.some((entry) => entry.id === state))) {
    setting.commands.push({ command: 'addStates', args: { id, states: [...ids.values()] } })
  }
  return { id, sort, states: ids }
}

function planNewKind(
  setting: Setting,
  id: string,
  fields: { readonly name: string; readonly sort: Sort },
  states: readonly string[],
): void {
  let place: string | null = null
  const entries = states.map((state) => {
    place = generateKeyBetween(place, null)
    return [state, { place }] as const
  })
  planRecord(setting, 'kinds', id, { ...fields, states: Object.fromEntries(entries) })
}
