import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IndexMaker } from './block.ts'
import { IndexedDocument } from './document.ts'
import { FEW, finished, sorting } from './steps.ts'
import { termsOf } from './terms.ts'

test('sorted in steps, texts stand as sorted at once, and what is equal as it stood', () => {
  const pair = fc.record({ text: fc.string({ maxLength: 3 }), n: fc.nat() })
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 3 * FEW, size: 'max' }), (all) => {
      const plain = all.toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
      expect(finished(sorting(all, ({ text }) => text))).toEqual(plain)
    }),
    { numRuns: 30 },
  )
})

/** How texts begin: differently, and all alike, as ids do. */
const TEXTS = [(n: number) => String((n * 7_919) % 20_011), (n: number) => `common-0199-${(n * 7_919) % 20_011}`]

test('however texts begin, a step of sorting looks at few of them', () => {
  for (const textAt of TEXTS) {
    let [looked, most] = [0, 0]
    const texts = Array.from({ length: 20 * FEW }, (_, n) => textAt(n))
    const steps = sorting(texts, (text) => {
      looked++
      return text
    })
    for (let step = steps.next(); !step.done; step = steps.next()) {
      most = Math.max(most, looked)
      looked = 0
    }
    // Two for each comparison: in a few at once as many as their logarithm, in merging one for each.
    expect(most).toBeLessThanOrEqual(2 * FEW * Math.ceil(Math.log2(FEW)))
  }
})

/** The steps in which an index of so many words, or ids that records refer to, is made and taken into use. */
function stepsOf(values: (n: number) => object, count: number): number {
  const ids = Array.from({ length: count }, (_, n) => `common-${String(n).padStart(6, '0')}`)
  const shelved = [{ collection: 'customers' as const, ids }]
  const maker = new IndexMaker()
  for (const [n, id] of ids.entries()) maker.add(termsOf('customers', { id, ...values(n) }))
  let steps = 0
  const making = maker.making()
  let made = making.next()
  for (; !made.done; made = making.next()) steps++
  const taking = IndexedDocument.making(shelved, made.value)
  for (let taken = taking.next(); !taken.done; taken = taking.next()) steps++
  return steps
}

test('twice the words, or the ids that records name, are made in twice the steps: none has more to do', () => {
  for (const values of [
    (n: number) => ({ name: `слово${n}` }),
    (n: number) => ({ name: 'Ромашка', responsible: `common-u${n}` }),
  ]) {
    const [once, twice] = [stepsOf(values, 10 * FEW), stepsOf(values, 20 * FEW)]
    expect(once).toBeGreaterThan(10 * 4)
    expect(twice).toBeGreaterThanOrEqual(once * 1.9)
  }
})
