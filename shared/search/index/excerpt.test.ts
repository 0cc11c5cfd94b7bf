import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf, type Marked, marksIn } from './excerpt.ts'

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
  const excerpt = excerptOf('orders', row, 'шкафы кухня')
  expect(excerpt).toMatchObject({ list: null, field: 'note' })
  const only = excerptOf('orders', { ...row, note: long }, 'перезвонит')
  expect(only && shown(only)).toMatch(/^…(слово )+просил \[перезвонить\] насчёт кухонь и шкафов (слово )*\S*…$/)
  expect(excerptOf('orders', { ...row, note: '' }, 'кухней')).toMatchObject({ list: 'lines', field: 'text' })
  expect(excerptOf('customers', { id: 'c', phone: '8 (916) 555-01-43' }, '916 555')).toMatchObject({
    field: 'phone',
    marks: [[0, 17]],
  })
  expect(excerptOf('orders', row, 'окно')).toBe(null)
  expect(excerptOf('products', { id: 'p', name: 'Кухня', category: 'Кухни' }, 'кухня'), 'its name has it').toBe(null)
})

test('I11: marks stand within the text, one behind the other', () => {
  const word = fc.constantFrom('кухня', 'Кухонь', 'ёж', '12', '0012', 'окно\n', 'кух', 'и')
  const words = fc.array(word, { maxLength: 60, size: 'max' }).map((all) => all.join(' '))
  fc.assert(
    fc.property(words, words, (note, typed) => {
      const excerpt = excerptOf('orders', { id: 'o', note }, typed.slice(0, 30))
      let at = 0
      for (const [from, to] of excerpt?.marks ?? []) {
        expect(from).toBeGreaterThanOrEqual(at)
        expect(to).toBeGreaterThan(from)
        at = to
      }
      expect(at).toBeLessThanOrEqual(excerpt?.text.length ?? 0)
    }),
  )
})
