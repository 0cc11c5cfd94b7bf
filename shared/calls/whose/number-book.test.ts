import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type Customer, customers } from '../../customers/collections.ts'
import { derivedId } from '../../records/keys/id.ts'
import { START } from '../../records/simulation/chance/deeds.ts'
import { Desk } from '../../records/simulation/world/desk.ts'
import { NumberBook } from './number-book.ts'

const idOf = (name: string) => derivedId('common', START, 'test', name)
const [ASSOL, GREY] = [idOf('assol'), idOf('grey')]

/** A customer with these numbers; the empty one is its own, the others are its contacts'. */
function customer(id: string, numbers: Readonly<Record<string, string>>): Customer {
  const desk = new Desk('A')
  const { own, ...theirs } = numbers
  const contacts = Object.fromEntries(Object.keys(theirs).map((name) => [name, { name }]))
  const phones = Object.fromEntries(
    Object.entries(theirs).map(([contact, number]) => [`n${contact}`, { contact, number }]),
  )
  desk.run((tx) => tx.create(customers, id, { name: 'Somebody', phone: own ?? null, contacts, phones }))
  return desk.row(customers, id)
}

function bookOf(...all: readonly Customer[]): NumberBook {
  const book = new NumberBook('RU')
  for (const one of all) book.put(one)
  return book
}

const found = (book: NumberBook, number: string | null, extension: string | null = null) =>
  book.find({ number, extension }).map(({ customer, contact }) => [customer, contact])

test('CD1: all who have a number are found, customers and contacts, however either spells it', () => {
  const book = bookOf(
    customer(ASSOL, { own: '8 (916) 123-45-67', anna: '+7 916 765 43 21' }),
    customer(GREY, { own: '+79167654321' }),
  )
  expect(found(book, '+79161234567')).toEqual([[ASSOL, null]])
  expect(found(book, '8 916 765-43-21')).toEqual([
    [ASSOL, 'anna'],
    [GREY, null],
  ])
  for (const number of ['+79160000000', '12', '', null]) expect(found(book, number), String(number)).toEqual([])
})

test('CD1: a number without a code is of the company’s country', () => {
  const book = new NumberBook('DE')
  book.put(customer(ASSOL, { own: '030 901820' }))
  expect(found(book, '+4930901820')).toEqual([[ASSOL, null]])
})

test('CD2: of those who share an office’s number, the inner line tells whom a call means; without one it is all of them', () => {
  const book = bookOf(
    customer(ASSOL, { own: '8 495 123-45-67 доб. 12' }),
    customer(GREY, { own: '8 495 123-45-67 доб. 14' }),
  )
  expect(found(book, '+74951234567', '14')).toEqual([[GREY, null]])
  for (const extension of [null, '99'])
    expect(found(book, '+74951234567', extension), String(extension)).toEqual([
      [ASSOL, null],
      [GREY, null],
    ])
})

test('CD3: a city’s number without its code is the one that ends so, either way round, and no mobile one', () => {
  const book = bookOf(customer(ASSOL, { own: '232-13-20' }), customer(GREY, { own: '+7 (495) 765-43-21' }))
  expect(found(book, '+74952321320')).toEqual([[ASSOL, null]])
  expect(found(book, '765-43-21')).toEqual([[GREY, null]])
  for (const mobile of ['+79162321320', '+74957321320']) expect(found(book, mobile), mobile).toEqual([])
})

const NUMBERS = ['89161234567', '+7 495 232-13-20 доб. 5', '232-13-20', 'нет', '030 901820']
const held = fc.dictionary(fc.constantFrom('own', 'anna', 'boris'), fc.constantFrom(...NUMBERS))
const step = fc.record({ id: fc.constantFrom(ASSOL, GREY), numbers: fc.option(held) })

test('CD4: kept as customers change, it is what it would be if made anew', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      const book = new NumberBook('RU')
      const last = new Map<string, Customer>()
      for (const { id, numbers } of steps) {
        if (numbers === null) {
          book.delete(id)
          last.delete(id)
        } else {
          const row = customer(id, numbers)
          book.put(row)
          last.set(id, row)
        }
      }
      const afresh = bookOf(...last.values())
      const sorted = (of: NumberBook, number: string) => found(of, number, '5').map(String).sort()
      for (const number of NUMBERS) expect(sorted(book, number)).toEqual(sorted(afresh, number))
    }),
    { numRuns: 60 },
  )
})

let many: NumberBook
beforeAll(() => {
  many = bookOf(customer(ASSOL, { own: '89161234567' }))
})

test('CD1: a removed customer has no number', () => {
  many.put({ ...customer(ASSOL, { own: '89161234567' }), gone: true })
  expect(found(many, '89161234567')).toEqual([])
})
