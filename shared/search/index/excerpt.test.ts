import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Around, excerptOf, type Marked, marksIn } from './excerpt.ts'

type Asked = Parameters<typeof excerptOf>
const excerpt = (collection: Asked[0], row: Asked[1], typed: string, around: Partial<Around> = {}) =>
  excerptOf(collection, row, typed, { hint: '', names: () => [], ...around })

/** With what is marked in brackets. */
function shown({ text, marks }: Marked): string {
  let [out, at] = ['', 0]
  for (const [from, to] of marks) {
    out += `${text.slice(at, from)}[${text.slice(from, to)}]`
    at = to
  }
  return out + text.slice(at)
}

test('I11: what was typed is marked: forms and words with a slip whole, of others what was typed', () => {
  const said = (text: string, typed: string) => shown(marksIn(text, typed))
  expect(said('Ёлкин Пётр', 'елк')).toBe('[Ёлк]ин Пётр')
  expect(said('Кухня, кухонь', 'кухни')).toBe('[Кухня], [кухонь]')
  expect(said('ЗН-12345', '345')).toBe('ЗН-12[345]')
  expect(said('Ведеркин Олег', 'ведекрин')).toBe('[Ведеркин] Олег')
  expect(said('Привет', 'ghbdtn')).toBe('[Привет]')
  expect(said('Привет', 'окно')).toBe('Привет')
})

test('I11: the text that has most of the words, with its field, cut to what stands around', () => {
  const long = `${'слово '.repeat(40)}просил перезвонить насчёт кухонь и шкафов ${'слово '.repeat(40)}`
  const row = { id: 'o', number: '1', note: `Кухня\n${long}`, lines: [{ id: 'l', text: 'Шкаф для кухни' }] }
  expect(excerpt('orders', row, 'шкафы кухня')).toMatchObject({ list: null, field: 'note' })
  const only = excerpt('orders', { ...row, note: long }, 'перезвонит')
  expect(only && shown(only)).toMatch(/^…(слово )+просил \[перезвонить\] насчёт кухонь и шкафов (слово )*\S*…$/)
  expect(excerpt('orders', { ...row, note: '' }, 'кухней')).toMatchObject({ list: 'lines', field: 'text' })
  expect(excerpt('customers', { id: 'c', phone: '8 (916) 555-01-43' }, '916 555')).toMatchObject({
    field: 'phone',
    marks: [[0, 17]],
  })
  expect(excerpt('orders', row, 'окно')).toBe(null)
  expect(excerpt('products', { id: 'p', name: 'Кухня', category: 'Кухни' }, 'кухня'), 'its name has it').toBe(null)
})

test('I11: what only a customer or a product is called is told by its name, as such names are found', () => {
  const names = (id: string) => ({ c1: ['Недубов'], c2: ['Ромашка', 'Ландыш'], p1: ['Столешница дубовая'] })[id] ?? []
  const order = { id: 'o', number: '12', customer: 'c2', lines: [{ id: 'l', product: 'p1', text: 'Доска' }] }
  const told = (row: Asked[1], typed: string, hint = '') => {
    const found = excerpt('orders', row, typed, { hint, names })
    return found && [found.list, found.field, shown(found)]
  }
  expect(told(order, 'столешницы')).toEqual(['lines', 'product', '[Столешница] дубовая'])
  expect(told(order, 'ландыши'), 'its own name, or of the one that it means').toEqual([null, 'customer', '[Ландыш]'])
  expect(told(order, 'ромашка', 'Ромашка'), 'it stands beside the number').toBe(null)
  expect(told(order, 'ромашка столешница', 'Ромашка')).toEqual(['lines', 'product', '[Столешница] дубовая'])
  expect(told({ ...order, customer: 'c1' }, 'дуб'), 'no letters within').toEqual([
    'lines',
    'product',
    'Столешница [дуб]овая',
  ])
})

test('I11: it tells what the name lacks, and forgives a slip where nothing else tells it', () => {
  const row = { id: 'v', subject: 'Мария о кухне', text: 'Пришлет марку кухни' }
  const told = (typed: string) => {
    const found = excerpt('events', row, typed)
    return found && shown(found)
  }
  expect(told('мария кухня')).toBe(null)
  expect(told('кухня марку'), 'also what the name has').toBe('Пришлет [марку] [кухни]')
  expect(told('марк'), '«Мария» is another but for a slip').toBe('Пришлет [марку] кухни')
  expect(told('прешлет')).toBe('[Пришлет] марку кухни')
})

test('I11: marks stand within the text, one behind the other', () => {
  const word = fc.constantFrom('кухня', 'Кухонь', 'ёж', '12', '0012', 'окно\n', 'кух', 'и')
  const words = fc.array(word, { maxLength: 60, size: 'max' }).map((all) => all.join(' '))
  fc.assert(
    fc.property(words, words, (note, typed) => {
      const found = excerpt('orders', { id: 'o', note }, typed.slice(0, 30))
      let at = 0
      for (const [from, to] of found?.marks ?? []) {
        expect(from).toBeGreaterThanOrEqual(at)
        expect(to).toBeGreaterThan(from)
        at = to
      }
      expect(at).toBeLessThanOrEqual(found?.text.length ?? 0)
    }),
  )
})
