import { counterpartyId } from '../../counterparties/counterparty-id.ts'
import type { JsonObject } from '../../records/declarations/value.ts'
import { DAY_MS } from '../../time/days.ts'
import type { DemoWords } from '../process.ts'
import { COMPANIES } from './clients.ts'
import type { DemoCustomer } from './customers.ts'

/** What of a company is to be heeded; of the others nothing is. */
const STATES: readonly JsonObject[] = [{ state: 'liquidating' }, { state: 'reorganizing' }, { registered: 'young' }]

/** What a service has said of the companies among the demo’s customers, as of a week before `now` (ms). */
export function demoCounterparties(
  all: readonly DemoCustomer[],
  now: number,
  words: DemoWords,
): readonly DemoCustomer[] {
  const known = new Map<string, JsonObject>()
  for (const [, { inn, kpp, ogrn, name, address }] of all) {
    if (typeof inn !== 'string' || known.has(inn)) continue
    known.set(inn, {
      ...{ inn, kpp: kpp ?? null, ogrn: ogrn ?? null, name: name ?? null, fullName: name ?? null },
      ...{ address: address ?? null, head: headOf(known.size, words), headPost: words.posts.director },
      ...{ registered: '2011-03-14', activity: '43.32', capital: 1_000_000, source: words.checkedBy },
      ...{ checked: now - 7 * DAY_MS, actual: dayOf(now - 8 * DAY_MS) },
      ...oddOf(known.size, now),
    })
  }
  return [...known].map(([inn, values]) => [counterpartyId(inn), values])
}

/** The second, third and fourth company have something of their own. */
function oddOf(index: number, now: number): JsonObject {
  const odd = STATES[index - 1]
  if (!odd) return { state: 'acting' }
  return odd.registered ? { state: 'acting', registered: dayOf(now - 120 * DAY_MS) } : odd
}

function headOf(index: number, { contacts }: DemoWords): string {
  const name = Object.values(COMPANIES)[index]?.contacts[0]?.name ?? 'krylov'
  return contacts[name]
}

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)
