import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readUndelivered, refusedOf, refusedWith, writeRefused } from './refused.ts'

const ADDRESS = fc
  .emailAddress()
  .map((address) => address.toLowerCase())
  .filter(({ length }) => length < 200)
const SAID = fc.array(fc.constantFrom('550', '5.1.1', 'User', 'неизвестен', '<x>'), { maxLength: 9 })
const REFUSED = fc.record({ address: ADDRESS, said: SAID.map((words) => words.join(' ')) })

test('MP18: whom a letter did not reach, and what was said of each, is read as it was written', () => {
  fc.assert(
    fc.property(fc.array(REFUSED), (all) => {
      expect(readUndelivered(all.map(writeRefused).join('\n'))).toEqual(all.map(cutShort))
    }),
  )
  expect(readUndelivered(null)).toEqual([])
})

/** So much is kept of one at most. */
const cutShort = ({ address, said }: { address: string; said: string }) => ({
  address,
  said: `${address} ${said}`.slice(0, 300).slice(address.length + 1),
})

test('MP18: what is said of an address says nothing of another one', () => {
  fc.assert(
    fc.property(REFUSED, ADDRESS, (one, other) => {
      const kept = writeRefused(one)
      expect(refusedOf(` ${one.address.toUpperCase()} `, kept)).toBe(cutShort(one).said.trim())
      if (other !== one.address) expect(refusedOf(other, kept)).toBeNull()
    }),
  )
})

test('MP18: a customer’s addresses that take no letters are named, those of its contacts too', () => {
  const refused = (address: string) => writeRefused({ address, said: '550' })
  const emails = [
    { email: 'fine@salon.example', refused: null },
    { email: 'Olga@salon.example', refused: refused('olga@salon.example') },
    { email: 'other@salon.example', refused: refused('before@salon.example') },
    { email: null, refused: refused('before@salon.example') },
  ]
  const customer = { email: 'info@salon.example', emailRefused: refused('info@salon.example'), emails }
  expect(refusedWith(customer)).toEqual([
    { address: 'info@salon.example', said: '550' },
    { address: 'Olga@salon.example', said: '550' },
  ])
})
