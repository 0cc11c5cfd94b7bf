import { expect, test } from 'vitest'
import { guessServers, isOfService, otherGuess, SERVICES, serviceOf, serviceOfTokens } from './services.ts'

test('a service is known by either of its servers', () => {
  expect(['smtp.mail.ru', 'imap.mail.ru', 'mail.salon.ru'].map(serviceOf)).toEqual(['mailru', 'mailru', 'other'])
})

test('a service is known by where it gives tokens, be it for one tenant', () => {
  const tenant = 'https://login.microsoftonline.com/salon.ru/oauth2/v2.0/token'
  expect([SERVICES.gmail.oauth.tokenUrl, tenant, 'https://id.salon.ru/token', ''].map(serviceOfTokens)).toEqual([
    ...['gmail', 'outlook', 'other', 'other'],
  ])
})

test('the servers of an address are those of its service, else imap and smtp of its domain', () => {
  expect(['anna@ya.ru', ' Anna@BK.ru ', 'a@live.ru', 'a@lenta.ru', 'a@gmail.com'].map(guessServers)).toEqual([
    SERVICES.yandex,
    SERVICES.mailru,
    SERVICES.outlook,
    SERVICES.rambler,
    SERVICES.gmail,
  ])
  expect(guessServers('anna@kuhni-assol.ru')).toEqual({
    receive: { host: 'imap.kuhni-assol.ru', port: 993, tls: 'tls' },
    send: { host: 'smtp.kuhni-assol.ru', port: 465, tls: 'tls' },
    storesSent: false,
    hints: [],
    oauth: null,
  })
  expect(['', 'anna', 'anna@', 'anna@host', 'a@b.'].map(guessServers)).toEqual([null, null, null, null, null])
})

test('Gmail and Outlook keep by themselves what they send', () => {
  const keeping = Object.entries(SERVICES).filter(([, { storesSent }]) => storesSent)
  expect(keeping.map(([name]) => name)).toEqual(['gmail', 'outlook'])
})

test('where a guessed server is not, mail of the domain may be it; what was typed or known is left', () => {
  expect(
    ['imap.salon.ru', 'smtp.salon.ru', 'mail.salon.ru', 'imap.yandex.ru'].map((host) => otherGuess('a@salon.ru', host)),
  ).toEqual(['mail.salon.ru', 'mail.salon.ru', null, null])
})

test('an address is of a service by its domain alone', () => {
  expect(['anna@ya.ru', 'Anna@GMAIL.com', 'anna@salon.ru', 'anna@mail.ya.ru', 'anna', ''].map(isOfService)).toEqual([
    ...[true, true, false, false, false, false],
  ])
})
