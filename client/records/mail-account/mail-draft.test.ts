import { expect, test } from 'vitest'
import { SERVICES } from '../../../shared/letters/services.ts'
import { mailDraft, withAddress } from './mail-draft.ts'

test('an address tells server and name, as long as nobody has typed others', () => {
  const first = { ...mailDraft(null), ...withAddress(mailDraft(null), 'anna@ya.ru') }
  expect(first).toMatchObject({ ...SERVICES.yandex.send, user: 'anna@ya.ru', fromAddress: 'anna@ya.ru' })
  const second = { ...first, ...withAddress(first, 'anna@salon.ru') }
  expect(second).toMatchObject({ host: 'smtp.salon.ru', user: 'anna@salon.ru' })
  const typed = { ...second, host: 'mail.salon.ru', port: 25, user: 'anna' }
  expect(withAddress(typed, 'boris@ya.ru')).toEqual({ fromAddress: 'boris@ya.ru' })
})
