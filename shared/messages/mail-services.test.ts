import { expect, test } from 'vitest'
import { guessServer, SERVICES, serviceOf } from './mail-services.ts'

test('a service is known by its server', () => {
  expect([serviceOf('smtp.mail.ru'), serviceOf('mail.salon.ru')]).toEqual(['mailru', 'other'])
})

test('the server of an address is that of its service, else smtp of its domain', () => {
  expect([guessServer('anna@ya.ru'), guessServer(' Anna@BK.ru '), guessServer('a@live.ru')]).toEqual([
    SERVICES.yandex,
    SERVICES.mailru,
    SERVICES.outlook,
  ])
  expect([guessServer('a@lenta.ru'), guessServer('a@gmail.com')]).toEqual([SERVICES.rambler, SERVICES.gmail])
  expect(guessServer('anna@kuhni-assol.ru')).toEqual({ host: 'smtp.kuhni-assol.ru', port: 465, tls: 'tls' })
  expect(['', 'anna', 'anna@', 'anna@host', 'a@b.'].map(guessServer)).toEqual([null, null, null, null, null])
})
