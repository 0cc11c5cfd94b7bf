import { expect, test } from 'vitest'
import type { AccountView } from '../../../../shared/letters/accounts.ts'
import { SERVICES, serversOf } from '../../../../shared/letters/services.ts'
import { changeOf, draftOf, newDraft, withAddress, withGuess } from './account-draft.ts'

const ORIGIN = 'https://crm.salon.ru'
const VIEW: AccountView = {
  id: '0123456789abcdef0123',
  owner: null,
  changed: 1,
  isLocked: false,
  name: 'Продажи',
  fromName: 'Салон',
  address: 'sales@yandex.ru',
  receive: { ...SERVICES.yandex.receive, user: 'sales', way: 'imap' },
  send: { ...SERVICES.yandex.send, user: 'sales', mostMb: 30 },
  password: { isSet: true },
  oauth: { isSet: false },
  folders: ['INBOX'],
  since: 5,
  isDefault: true,
  marksSeen: false,
  storesSent: false,
  signature: '',
  isOff: false,
}

test('an address tells servers and name, as long as nobody has typed others', () => {
  const first = { ...newDraft(true, ORIGIN), ...withAddress(newDraft(true, ORIGIN), 'anna@gmail.com') }
  const { receive, send, storesSent } = SERVICES.gmail
  expect(first).toMatchObject({ receive, send, storesSent, user: 'anna@gmail.com', address: 'anna@gmail.com' })
  const second = { ...first, ...withAddress(first, 'anna@salon.ru') }
  expect(second).toMatchObject({
    receive: { host: 'imap.salon.ru' },
    send: { host: 'smtp.salon.ru' },
    storesSent: false,
  })
  const typed = { ...second, receive: { host: 'mail.salon.ru', port: 143, tls: 'starttls' as const }, user: 'anna' }
  expect(withAddress(typed, 'boris@ya.ru')).toEqual({
    address: 'boris@ya.ru',
    guess: SERVICES.yandex,
    send: SERVICES.yandex.send,
    storesSent: false,
    oauth: { ...typed.oauth, tokenUrl: SERVICES.yandex.oauth.tokenUrl },
    asks: { authUrl: SERVICES.yandex.oauth.authUrl, scope: SERVICES.yandex.oauth.scope },
    consent: null,
  })
  expect(withAddress(typed, 'boris')).toEqual({ address: 'boris' })
})

test('what is set is typed over, and goes back as it was but for its secrets, which stay', () => {
  const { id, owner, changed, isLocked, ...same } = VIEW
  expect(changeOf(draftOf(VIEW, ORIGIN), true)).toEqual({ ...same, isCompanys: true, password: null, oauth: '' })
  expect(changeOf({ ...draftOf(VIEW, ORIGIN), password: 'новый' }, true).password).toBe('новый')
})

test('with OAuth there is no password; what of it was not typed stays', () => {
  const set = { ...VIEW, password: { isSet: false }, oauth: { isSet: true } }
  expect(changeOf(draftOf(set, ORIGIN), true)).toMatchObject({ password: '', oauth: null })
  const { tokenUrl } = SERVICES.yandex.oauth
  const oauth = { clientId: 'voronka', clientSecret: '', refreshToken: 'обновить', tokenUrl }
  expect(changeOf({ ...draftOf(set, ORIGIN), oauth }, true)).toMatchObject({
    password: '',
    oauth: JSON.stringify(oauth),
  })
  const given = { ...draftOf(set, ORIGIN), oauth, consent: '0123456789abcdef0123' }
  expect(changeOf(given, true)).toMatchObject({ password: '', oauth: null, consent: '0123456789abcdef0123' })
  expect(changeOf({ ...draftOf(set, ORIGIN), signIn: 'password', password: 'новый' }, true)).toMatchObject({
    ...{ password: 'новый', oauth: '' },
  })
})

test('what does not receive or send has no server there, and is no account to send by', () => {
  const change = changeOf({ ...draftOf(VIEW, ORIGIN), receives: false, sends: false }, false)
  expect(change).toMatchObject({ isCompanys: false, receive: null, send: null, isDefault: false })
  const { send: _, ...rest } = VIEW
  expect(draftOf({ ...rest, send: null }, ORIGIN).send).toEqual(SERVICES.yandex.send)
})

test('MA20: a domain of one’s own at a service has its servers, and loses them with another address', () => {
  const draft = { ...newDraft(true, ORIGIN), ...withAddress(newDraft(true, ORIGIN), 'anna@salon.ru') }
  const found = { ...draft, ...withGuess(draft, serversOf('outlook')) }
  expect(found).toMatchObject({
    receive: SERVICES.outlook.receive,
    send: { host: 'smtp.office365.com', port: 587, tls: 'starttls' },
    asks: { authUrl: SERVICES.outlook.oauth.authUrl },
    user: 'anna@salon.ru',
  })
  expect(withAddress(found, 'anna@kuhni.ru')).toMatchObject({ receive: { host: 'imap.kuhni.ru' } })
  const typed = { ...draft, receive: { ...draft.receive, host: 'mail.salon.ru' } }
  expect(withGuess(typed, serversOf('yandex'))).not.toHaveProperty('receive')
  expect(draftOf({ ...VIEW, address: 'sales@salon.ru' }, ORIGIN).asks.authUrl).toBe(SERVICES.yandex.oauth.authUrl)
})
