import { expect, test } from 'vitest'
import { SERVICES } from '../services.ts'
import { consentUrl, redirectOf, returnedIn, wayBackTo } from './places.ts'

test('MA15: services lead back to this machine and to public names over HTTPS; else it is brought by hand', () => {
  expect(
    ['http://localhost:8080', 'http://127.0.0.1:8080', 'https://crm.salon.ru', 'https://crm.salon.ru:8443'].map(
      wayBackTo,
    ),
  ).toEqual(['here', 'here', 'here', 'here'])
  const own = [
    'http://crm.salon.ru',
    'https://192.168.1.5:8080',
    'https://[fd00::1]',
    'https://crm.local',
    'https://office',
  ]
  expect(own.map(wayBackTo)).toEqual(own.map(() => 'pasted'))
})

test('MA15: where each service leads back to', () => {
  const { yandex, mailru, gmail, outlook } = SERVICES
  const all = [yandex, mailru, gmail, outlook].map(({ oauth: { authUrl } }) => authUrl)
  expect(all.map((url) => redirectOf('pasted', 'https://192.168.1.5', url))).toEqual([
    'https://oauth.yandex.ru/verification_code',
    'http://127.0.0.1',
    'http://127.0.0.1',
    'http://localhost',
  ])
  expect(redirectOf('pasted', 'https://192.168.1.5', 'no address')).toBe('http://127.0.0.1')
  expect(redirectOf('here', 'https://crm.salon.ru', gmail.oauth.authUrl)).toBe('https://crm.salon.ru/api/mail/consent')
})

test('MA15: of each service a refresh token is asked for', () => {
  const of = (authUrl: string, scope: string) => {
    const rest = { clientId: 'c', redirect: 'http://127.0.0.1', state: 's', challenge: 'x', address: '' }
    return Object.fromEntries(new URL(consentUrl({ authUrl, scope, ...rest })).searchParams)
  }
  const { gmail, mailru, outlook, yandex } = SERVICES
  expect(of(gmail.oauth.authUrl, gmail.oauth.scope)).toMatchObject({ access_type: 'offline', prompt: 'consent' })
  expect(of(mailru.oauth.authUrl, mailru.oauth.scope)).toMatchObject({ prompt: 'consent' })
  for (const { oauth } of [mailru, outlook]) expect(oauth.scope.split(' ')).toContain('offline_access')
  expect(of(yandex.oauth.authUrl, yandex.oauth.scope)).toMatchObject({ force_confirm: 'yes' })
  expect('login_hint' in of(gmail.oauth.authUrl, '') || 'scope' in of(gmail.oauth.authUrl, '')).toBe(false)
  expect(of('https://id.salon.ru/auth?tenant=5', 'mail')).toMatchObject({ tenant: '5', scope: 'mail', state: 's' })
})

test('MA15: what is brought by hand is an address, with a code or an error, or the code itself', () => {
  const none = { error: null, said: '' }
  expect(returnedIn(' http://127.0.0.1/?state=s&code=4%2F0a&scope=x#end ')).toEqual({
    state: 's',
    code: '4/0a',
    ...none,
  })
  expect(returnedIn('?code=7&state=s')).toEqual({ state: 's', code: '7', ...none })
  expect(returnedIn(' 1234567 \n')).toEqual({ state: null, code: '1234567', ...none })
  expect(returnedIn('http://localhost/?error=access_denied&error_description=No&state=s')).toEqual({
    ...{ state: 's', code: null, error: 'access_denied', said: 'access_denied: No' },
  })
  expect([returnedIn(''), returnedIn('http://127.0.0.1/?x=1')]).toEqual([
    { state: null, code: null, ...none },
    { state: null, code: null, ...none },
  ])
})
