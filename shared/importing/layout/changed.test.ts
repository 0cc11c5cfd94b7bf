import { expect, test } from 'vitest'
import { laidOutAs, sentTo } from './changed.ts'
import type { Layout } from './layout.ts'

const LAYOUT: Layout = {
  what: 'customers',
  key: 'ИНН',
  targets: { Клиент: 'name', Телефон: 'phone', Мобильный: 'phones.number', Прим: 'note' },
  changed: 'update',
}

test('a field that takes one column loses the one that it had; lists and notes take any number', () => {
  expect(sentTo(LAYOUT, 'Имя', 'name').targets).toEqual({
    ...{ Имя: 'name', Телефон: 'phone', Мобильный: 'phones.number', Прим: 'note' },
  })
  for (const many of ['phones.number', 'note']) {
    expect(sentTo(LAYOUT, 'Еще', many).targets, many).toEqual({ ...LAYOUT.targets, Еще: many })
  }
  expect(sentTo(LAYOUT, 'Клиент', 'phone').targets).toEqual({
    Клиент: 'phone',
    Мобильный: 'phones.number',
    Прим: 'note',
  })
  expect(sentTo(LAYOUT, 'Клиент', null)).toEqual({
    ...LAYOUT,
    targets: { Телефон: 'phone', Мобильный: 'phones.number', Прим: 'note' },
  })
})

test('of other records columns keep the fields that those have as well', () => {
  expect(laidOutAs(LAYOUT, 'departments')).toEqual({ ...LAYOUT, what: 'departments', targets: { Клиент: 'name' } })
  expect(laidOutAs(LAYOUT, 'customers')).toEqual(LAYOUT)
})
