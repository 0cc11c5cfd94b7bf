import { expect, test } from 'vitest'
import { customers } from '../../customers/collections.ts'
import { MemoryCompany } from '../../importing/testing/memory-company.ts'
import { DICTIONARIES } from '../../locales/dictionaries.ts'
import { LANGUAGES } from '../../locales/index.ts'
import { orders } from '../../orders/collections.ts'
import { demoCommands, demoOrders } from '../demo.ts'
import { demoLetters } from './letters.ts'

const NOW = Date.parse('2026-11-23T12:30:00+03:00')

test.each(LANGUAGES)(
  'letters of the demo company (%s) say something, and are of customers and orders that are there',
  (language) => {
    const memory = new MemoryCompany(NOW)
    memory.run(demoCommands(NOW, language))
    const known = new Set([...memory.rows(customers), ...memory.rows(orders)].map(({ id }) => id))
    const all = demoLetters(NOW, DICTIONARIES[language].demo, demoOrders(NOW, language))
    expect(new Set(all.map(({ id }) => id)).size).toBe(30)
    for (const { draft, body, at } of all) {
      expect([body.text, draft.snippet, draft.fromAddress].every(Boolean), draft.messageId ?? '').toBe(true)
      expect(at).toBeLessThan(NOW)
      for (const id of [draft.customer, draft.order])
        expect(id == null || known.has(id), `${draft.messageId}`).toBe(true)
      expect(draft.to?.every((to) => /<\S+@\S+>$/.test(to))).toBe(true)
    }
    const count = (is: (letter: (typeof all)[number]) => boolean) => all.filter(is).length
    expect(
      count(({ draft }) => draft.customer === null && draft.direction === 'in'),
      'of nobody known',
    ).toBe(5)
    expect(count(({ draft }) => draft.automatic === 'bounce')).toBe(1)
    expect(count((letter) => letter.with === 'picture')).toBe(1)
  },
)
