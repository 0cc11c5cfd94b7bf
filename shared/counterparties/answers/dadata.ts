import * as v from 'valibot'
import type { Facts, Finding } from '../finding.ts'

const SOURCE = 'DaData'

const text = v.nullish(v.string())
const time = v.nullish(v.number())

/** Of a suggestion, what is read; the service says much more. */
const Party = v.object({
  inn: v.string(),
  kpp: text,
  ogrn: text,
  okved: text,
  branch_count: v.nullish(v.number()),
  name: v.nullish(v.object({ full_with_opf: text, short_with_opf: text })),
  address: v.nullish(v.object({ value: text, unrestricted_value: text })),
  management: v.nullish(v.object({ name: text, post: text })),
  fio: v.nullish(v.object({ surname: text, name: text, patronymic: text })),
  capital: v.nullish(v.object({ value: v.nullish(v.number()) })),
  state: v.object({ status: v.string(), registration_date: time, liquidation_date: time, actuality_date: time }),
})
const Answer = v.object({ suggestions: v.array(v.object({ value: text, data: Party })) })

const STATES: Readonly<Record<string, Facts['state']>> = {
  ACTIVE: 'acting',
  REORGANIZING: 'reorganizing',
  LIQUIDATING: 'liquidating',
  LIQUIDATED: 'liquidated',
  BANKRUPT: 'bankrupt',
}

/** Reads what DaData’s `findById/party` answers (https://dadata.ru/api/find-party/), for the INN that was asked for. */
export function readDadata(answer: unknown, inn: string): Finding {
  const read = v.safeParse(Answer, answer)
  if (!read.success) return { is: 'failed', trouble: 'notUnderstood', said: '' }
  const found = read.output.suggestions.find(({ data }) => data.inn === inn)
  if (!found) return { is: 'unknown', source: SOURCE }
  return { is: 'found', facts: factsOf(found.data, found.value ?? null), source: SOURCE }
}

function factsOf(party: v.InferOutput<typeof Party>, shown: string | null): Facts {
  const { state, name, address, management, fio } = party
  const person = [fio?.surname, fio?.name, fio?.patronymic].filter(Boolean).join(' ')
  return {
    inn: party.inn,
    kpp: party.kpp ?? null,
    ogrn: party.ogrn ?? null,
    name: name?.short_with_opf ?? shown,
    fullName: name?.full_with_opf ?? null,
    address: address?.unrestricted_value ?? address?.value ?? null,
    head: management?.name ?? (person || null),
    headPost: management?.post ?? null,
    state: STATES[state.status] ?? null,
    registered: dayOf(state.registration_date),
    ended: dayOf(state.liquidation_date),
    capital: kopecks(party.capital?.value),
    activity: party.okved ?? null,
    branches: party.branch_count ?? null,
    actual: dayOf(state.actuality_date),
  }
}

/** Its times are midnights in UTC. */
function dayOf(time: number | null | undefined): string | null {
  return time === null || time === undefined ? null : new Date(time).toISOString().slice(0, 10)
}

function kopecks(roubles: number | null | undefined): number | null {
  return roubles === null || roubles === undefined ? null : Math.round(roubles * 100)
}
