import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COLLECTIONS } from '../collections.ts'
import type { Collection } from '../records/declarations/collection.ts'
import { newId } from '../records/keys/id.ts'
import { isSegment } from '../records/keys/key.ts'
import { documentOf, freshId, type KnownDocument, mayRead, mayWrite, ownCircle, parseDocument } from './documents.ts'
import { CIRCLES, FAMILIES, type FamilyName } from './families.ts'
import { isKnownQuarter, quarterOf } from './quarter.ts'
import { ROLES, type Role } from './roles.ts'

const NOW = Date.UTC(2026, 10, 15)
const NAMES = Object.keys(FAMILIES) as FamilyName[]

function known(name: string): KnownDocument {
  const found = parseDocument(name, NOW)
  if (!found) throw new RangeError(name)
  return found
}

describe('names of documents', () => {
  const time = fc.integer({ min: Date.UTC(2000), max: NOW })
  const company = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/).filter(isSegment)

  test('R16: the document that an id names is known, and is the same again', () => {
    fc.assert(
      fc.property(company, fc.constantFrom(...NAMES), time, (company, family, time) => {
        const id =
          family === 'users' || family === 'mailings'
            ? 'user7'
            : newId(family === 'mail' ? ownCircle('user7') : 'common', time)
        const name = documentOf(company, family, id)
        const document = known(name)
        expect(document).toMatchObject({ name, company, family })
        expect([company, family, ...document.parts].join('/')).toBe(name)
        expect(document.parts).toHaveLength(FAMILIES[family].parts.length)
      }),
    )
  })

  test('each family’s documents', () => {
    const id = newId('common', Date.UTC(2026, 8, 30, 23, 59, 59, 999))
    expect(NAMES.map((family) => documentOf('7KQ2', family, id))).toEqual([
      '7KQ2/setup',
      '7KQ2/goods',
      '7KQ2/customers/common',
      '7KQ2/orders/common/2026Q3',
      '7KQ2/events/common/2026Q3',
      '7KQ2/automation',
      '7KQ2/runs/common/2026Q3',
      '7KQ2/plans/common/2026Q3',
      '7KQ2/letters/common/2026Q3',
      '7KQ2/mail/common/2026Q3',
      `7KQ2/mailings/${id}`,
      `7KQ2/pictures/${id}`,
      '7KQ2/views',
      `7KQ2/users/${id}`,
      '7KQ2/shelves',
    ])
    expect(documentOf('7KQ2', 'users', 'user7_drafts')).toBe('7KQ2/users/user7')
  })

  test('every collection is of a family that there is, and a fresh id of it names a document', () => {
    for (const { family } of Object.values<Collection>(COLLECTIONS)) {
      expect(NAMES).toContain(family)
      expect(known(documentOf('7KQ2', family, freshId(family, NOW))).family).toBe(family)
    }
  })

  test.each([
    ['no name', ''],
    ['a company alone', '7KQ2'],
    ['a company of no form', '7K Q2/setup'],
    ['a family that there is not', '7KQ2/post'],
    ['a family that a prototype has', '7KQ2/constructor'],
    ['a part too many', '7KQ2/setup/more'],
    ['an empty part too many', '7KQ2/setup/'],
    ['a part too few', '7KQ2/orders/common'],
    ['a circle that there is not', '7KQ2/customers/north'],
    ['a quarter before 2000', '7KQ2/orders/common/1999Q4'],
    ['a quarter after the next', '7KQ2/orders/common/2027Q2'],
    ['a fifth quarter', '7KQ2/orders/common/2026Q5'],
    ['a quarter with more behind', '7KQ2/orders/common/2026Q4@2'],
    ['a user of no form', '7KQ2/users/a.b'],
  ])('%s is not known', (_what, name) => {
    expect(parseDocument(name, NOW)).toBeNull()
  })

  test.each(['orders', 'customers'])('an id of no form names no document of %s', (family) => {
    for (const id of ['', 'completed', 'common-1']) expect(() => documentOf('7KQ2', family, id)).toThrow(RangeError)
  })

  test('a family that there is not has no documents', () => {
    for (const family of ['post', '', 'constructor']) expect(() => documentOf('7KQ2', family, 'x')).toThrow(RangeError)
  })

  test('an id of a circle that there is not names a document that is not known', () => {
    expect(parseDocument(documentOf('7KQ2', 'customers', newId('north', NOW)), NOW)).toBeNull()
    expect(CIRCLES).toEqual(['common'])
  })
})

describe('quarters', () => {
  test('of instants, in UTC', () => {
    const times = [
      Date.UTC(2000),
      Date.UTC(2026, 2, 31, 23, 59),
      Date.UTC(2026, 3),
      Date.UTC(2026, 11, 31, 23, 59),
      Date.UTC(2027),
    ]
    expect(times.map(quarterOf)).toEqual(['2000Q1', '2026Q1', '2026Q2', '2026Q4', '2027Q1'])
  })

  test('are known from 2000Q1 to the one after now’s', () => {
    const around = ['1999Q4', '2000Q1', '2026Q3', '2026Q4', '2027Q1', '2027Q2', '', '2026q4', ' 2026Q4', '12026Q4']
    expect(around.filter((text) => isKnownQuarter(text, NOW))).toEqual(['2000Q1', '2026Q3', '2026Q4', '2027Q1'])
    expect(isKnownQuarter('2027Q2', Date.UTC(2027, 0, 1))).toBe(true)
  })
})

/** Who reads and who writes the documents of each family; of personal ones, their own. */
const RIGHTS: Readonly<Record<FamilyName, readonly [reads: readonly Role[], writes: readonly Role[]]>> = {
  setup: [ROLES, ['owner', 'admin']],
  goods: [ROLES, ['owner', 'admin', 'manager', 'agent']],
  customers: [ROLES, ['owner', 'admin', 'manager', 'agent']],
  orders: [ROLES, ['owner', 'admin', 'manager', 'agent']],
  events: [ROLES, ['owner', 'admin', 'manager', 'agent']],
  automation: [
    ['owner', 'admin', 'manager', 'agent'],
    ['owner', 'admin', 'manager', 'agent'],
  ],
  runs: [
    ['owner', 'admin', 'manager', 'agent'],
    ['owner', 'admin', 'manager', 'agent'],
  ],
  plans: [ROLES, ['owner', 'admin', 'manager', 'agent']],
  letters: [ROLES, ['owner', 'admin', 'manager', 'agent']],
  mail: [
    ['owner', 'admin', 'manager', 'agent'],
    ['owner', 'admin', 'manager', 'agent'],
  ],
  mailings: [
    ['owner', 'admin', 'manager', 'agent'],
    ['owner', 'admin', 'manager', 'agent'],
  ],
  pictures: [ROLES, ['owner', 'admin', 'manager', 'agent']],
  views: [ROLES, ['owner', 'admin', 'manager', 'agent']],
  users: [ROLES, ROLES],
  shelves: [ROLES, []],
}

describe.each(NAMES)('rights on %s', (family) => {
  const id =
    { users: 'me', mailings: 'spring', mail: newId(ownCircle('me'), NOW) }[family as string] ?? newId('common', NOW)
  const document = known(documentOf('7KQ2', family, id))
  const [reads, writes] = RIGHTS[family]

  test.each(ROLES)('of %s', (role) => {
    const own = { user: 'me', role }
    expect([mayRead(document, own), mayWrite(document, own)]).toEqual([reads.includes(role), writes.includes(role)])
    const other = { user: 'somebody', role }
    const isTheirs = family === 'mail' ? role === 'agent' : family !== 'users'
    expect(mayRead(document, other)).toBe(isTheirs && reads.includes(role))
    expect(mayWrite(document, other)).toBe(isTheirs && writes.includes(role))
  })
})
