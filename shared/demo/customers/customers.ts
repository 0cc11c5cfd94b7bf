import { generateNKeysBetween } from 'fractional-indexing'
import { entryId } from '../../importing/planning/ids.ts'
import type { JsonObject } from '../../records/declarations/value.ts'
import { clientRecord } from '../order.ts'
import type { DemoWords } from '../process.ts'
import { type ClientId, COMPANIES, type Company } from './clients.ts'
import { accountOf, requisitesOf } from './requisites.ts'

/** A customer's record by its id. */
export type DemoCustomer = readonly [id: string, values: JsonObject]

/** All customers with what is known of them; some of them stand there twice. */
export function demoCustomers(words: DemoWords): readonly DemoCustomer[] {
  const { clients, twins } = words
  const all = Object.entries(clients).map(([client, name], i) => customerOf(client as ClientId, name, i, words))
  return [...all, ...Object.entries(twins).map(([twin, name]) => twinOf(twin as TwinId, name, words))]
}

function customerOf(id: ClientId, name: string, index: number, words: DemoWords): DemoCustomer {
  const company = COMPANIES[id]
  const address = (words.addresses as { readonly [id in ClientId]?: string })[id]
  const record = clientRecord(id)
  return [
    record,
    {
      ...{
        name,
        type: company ? 'company' : 'person',
        phone: phoneOf(10 + index),
        email: `client${10 + index}@assol.example`,
      },
      ...(address !== undefined && { address }),
      segment: words.segments[company?.segment ?? 'persons'],
      ...(company ? ofCompany(record, company, index, words) : ofPerson(index, words)),
    },
  ]
}

/** Numbers of the range that is set aside for examples. */
function phoneOf(last: number): string {
  return `+7 812 555-01-${last}`
}

/** People who bought once come by a friend or from the street. */
function ofPerson(index: number, { sources }: DemoWords): JsonObject {
  const all = [sources.salon, sources.friends, sources.site, sources.call]
  return { source: all[index % all.length] ?? '' }
}

function ofCompany(record: string, company: Company, index: number, words: DemoWords): JsonObject {
  const { sources, tags, bank } = words
  return {
    ...requisitesOf(index),
    responsible: company.responsible,
    source: sources[company.source],
    tags: company.tags.map((tag) => tags[tag]),
    ...peopleOf(record, index, company, words),
    contracts: listOf(record, 'contracts', [{ number: `${17 + index}/16`, date: '2016-08-15', organisation: 'assol' }]),
    accounts: listOf(record, 'accounts', [accountOf(index, bank)]),
  }
}

/** Contacts with two phones each, and what the company has besides. */
function peopleOf(record: string, index: number, { contacts }: Company, words: DemoWords): JsonObject {
  const people = contacts.map(({ name, post }) => ({ name: words.contacts[name], post: words.posts[post] }))
  const phones = contacts.flatMap((_, at) => {
    const contact = entryId(record, 'contacts', at)
    return [
      { contact, number: `8 (911) 555-02-${10 + index * 2 + at}` },
      { contact, number: `${phoneOf(10 + index)} ${words.extension} ${11 + at}` },
    ]
  })
  const emails = contacts.map(({ name }, at) => ({
    contact: entryId(record, 'contacts', at),
    email: `${name}@assol.example`,
  }))
  return {
    contacts: listOf(record, 'contacts', people),
    phones: listOf(record, 'phones', phones),
    emails: listOf(record, 'emails', emails),
  }
}

function listOf(record: string, list: string, entries: readonly JsonObject[]): JsonObject {
  const places = generateNKeysBetween(null, null, entries.length)
  return Object.fromEntries(entries.map((entry, i) => [entryId(record, list, i), { ...entry, place: places[i] ?? '' }]))
}

type TwinId = keyof DemoWords['twins']

/** Whom each was entered as once more, and what was typed of it then: another spelling of what the first one has. */
const TWINS: Readonly<Record<TwinId, { readonly of: ClientId; readonly has: readonly ('inn' | 'phone' | 'email')[] }>> =
  {
    comfortAgain: { of: 'comfort', has: ['inn'] },
    kolosAgain: { of: 'kolos', has: ['email'] },
    tsvetkovAgain: { of: 'tsvetkov', has: ['phone'] },
  }

function twinOf(id: TwinId, name: string, words: DemoWords): DemoCustomer {
  const { of, has } = TWINS[id]
  const index = Object.keys(words.clients).indexOf(of)
  const known = { phone: phoneOf(10 + index).replaceAll(/[- ]/g, ''), email: `client${10 + index}@assol.example` }
  const all: JsonObject = { ...known, ...requisitesOf(index) }
  const typed = Object.fromEntries(has.map((field) => [field, all[field] ?? null]))
  return [clientRecord(id), { name, type: COMPANIES[of] ? 'company' : 'person', ...typed }]
}
