import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDadata } from './dadata.ts'
import { readEgrul } from './egrul.ts'

const DAY = Date.UTC(2012, 9, 16)
const PARTY = {
  value: 'ООО "КУХНИ"',
  data: {
    inn: '7707083893',
    kpp: '773601001',
    ogrn: '1027700132195',
    okved: '31.02',
    branch_count: 2,
    capital: { type: 'УСТАВНЫЙ КАПИТАЛ', value: 10000.5 },
    management: { name: 'Греф Иван Петрович', post: 'ДИРЕКТОР', disqualified: null },
    state: {
      status: 'LIQUIDATING',
      code: null,
      actuality_date: DAY,
      registration_date: DAY,
      liquidation_date: null,
    },
    name: { full_with_opf: 'ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ "КУХНИ"', short_with_opf: 'ООО "КУХНИ"' },
    address: { value: 'г Москва, ул Вавилова, д 19', unrestricted_value: '117312, г Москва, ул Вавилова, д 19' },
  },
}
const EXTRACT = {
  СвЮЛ: {
    '@attributes': {
      ДатаВып: '2026-11-20',
      ОГРН: '1027700132195',
      ДатаОГРН: '2012-10-16',
      ИНН: '7707083893',
      КПП: '773601001',
    },
    СвНаимЮЛ: {
      '@attributes': { НаимЮЛПолн: 'ОБЩЕСТВО "КУХНИ"' },
      СвНаимЮЛСокр: { '@attributes': { НаимСокр: 'ООО "КУХНИ"' } },
    },
    СвАдресЮЛ: {
      АдресРФ: {
        '@attributes': { Индекс: '117312', Дом: 'Д.19' },
        Регион: { '@attributes': { ТипРегион: 'ГОРОД', НаимРегион: 'МОСКВА' } },
        Улица: { '@attributes': { ТипУлица: 'УЛИЦА', НаимУлица: 'ВАВИЛОВА' } },
      },
    },
    СвСтатус: { СвСтатус: { '@attributes': { КодСтатусЮЛ: '117', НаимСтатусЮЛ: 'Конкурсное производство' } } },
    СвУстКап: { '@attributes': { СумКап: '10000' } },
    СведДолжнФЛ: [
      {
        СвФЛ: { '@attributes': { Фамилия: 'ГРЕФ', Имя: 'ИВАН', Отчество: 'ПЕТРОВИЧ' } },
        СвДолжн: { '@attributes': { НаимДолжн: 'ДИРЕКТОР' } },
      },
    ],
    СвОКВЭД: { СвОКВЭДОсн: { '@attributes': { КодОКВЭД: '31.02', НаимОКВЭД: 'Производство кухонной мебели' } } },
  },
}

test('RK1: what DaData says of a company is read as facts', () => {
  expect(readDadata({ suggestions: [PARTY] }, '7707083893')).toEqual({
    is: 'found',
    source: 'DaData',
    facts: {
      inn: '7707083893',
      kpp: '773601001',
      ogrn: '1027700132195',
      name: 'ООО "КУХНИ"',
      fullName: 'ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ "КУХНИ"',
      address: '117312, г Москва, ул Вавилова, д 19',
      head: 'Греф Иван Петрович',
      headPost: 'ДИРЕКТОР',
      state: 'liquidating',
      registered: '2012-10-16',
      ended: null,
      capital: 1000050,
      activity: '31.02',
      branches: 2,
      actual: '2012-10-16',
    },
  })
})

test('RK1: a sole trader has his own name as head, and a state that this program does not know is none', () => {
  const data = {
    inn: '500100732259',
    fio: { surname: 'Иванов', name: 'Иван', patronymic: null },
    state: { status: 'SLEEPING' },
  }
  const answer = readDadata({ suggestions: [{ value: 'ИП Иванов', data }] }, data.inn)
  expect(answer).toMatchObject({ is: 'found', facts: { head: 'Иванов Иван', name: 'ИП Иванов', state: null } })
})

test('RK1: an extract of the register is read as facts', () => {
  expect(readEgrul(EXTRACT, '7707083893')).toMatchObject({
    is: 'found',
    facts: {
      name: 'ООО "КУХНИ"',
      address: '117312, ГОРОД МОСКВА, УЛИЦА ВАВИЛОВА, Д.19',
      head: 'ГРЕФ ИВАН ПЕТРОВИЧ',
      headPost: 'ДИРЕКТОР',
      state: 'bankrupt',
      registered: '2012-10-16',
      capital: 1000000,
      activity: '31.02 Производство кухонной мебели',
      actual: '2026-11-20',
    },
  })
})

test('RK1: a sole trader’s extract is read', () => {
  const own = {
    СвИП: {
      '@attributes': { ИННФЛ: '500100732259', ОГРНИП: '304770000000001', ДатаОГРНИП: '2004-01-02' },
      СвФЛ: { ФИОРус: { '@attributes': { Фамилия: 'ИВАНОВ', Имя: 'ИВАН' } } },
    },
  }
  expect(readEgrul(own, '500100732259')).toMatchObject({
    is: 'found',
    facts: { name: 'ИП ИВАНОВ ИВАН', state: 'acting', registered: '2004-01-02' },
  })
})

test('RK1, RK3: nobody, or somebody else, is no such INN', () => {
  expect(readDadata({ suggestions: [] }, '7707083893').is).toBe('unknown')
  expect(readDadata({ suggestions: [PARTY] }, '5029069967').is).toBe('unknown')
  expect(readEgrul({}, '7707083893').is).toBe('unknown')
  expect(readEgrul(EXTRACT, '5029069967').is).toBe('unknown')
})

test('RK1: whatever a service answers is a finding, and what is of no form is not understood', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (answer) => {
      for (const read of [readDadata, readEgrul]) {
        const { is } = read(answer, '7707083893')
        expect(['unknown', 'failed']).toContain(is)
      }
    }),
  )
  expect(readDadata({ suggestions: [{ data: { inn: 7 } }] }, '7707083893')).toMatchObject({ trouble: 'notUnderstood' })
  expect(readEgrul([EXTRACT], '7707083893')).toMatchObject({ trouble: 'notUnderstood' })
})
