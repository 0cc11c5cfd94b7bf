import { expect, test } from 'vitest'
import { SERVICES } from '../../../../shared/letters/services.ts'
import type { Sending, ShownSecret } from '../../../../shared/messages/sending.ts'
import { mailDraft } from '../../../records/mail-account/mail-draft.ts'
import { changeOf, hasSecret, headersOf, headersText, smsDraft } from './drafts.ts'

const isSet = { isSet: true }
const SET: Sending<ShownSecret> = {
  mail: { ...SERVICES.yandex.send, user: 'salon', password: isSet, fromName: 'Салон', fromAddress: 'salon@yandex.ru' },
  sms: { kind: 'smsc', login: 'salon', password: isSet, sender: 'SALON' },
}

test('a secret that nobody typed stays as it is, of the part that is changed and of the other', () => {
  const { mail, sms } = changeOf(SET, { mail: { ...mailDraft(SET.mail), fromName: 'Ассоль' } })
  expect(mail).toEqual({ ...SET.mail, fromName: 'Ассоль', password: null })
  expect(sms).toEqual({ ...SET.sms, password: null })
})

test('one that was typed takes its place; a part that is taken away goes with it', () => {
  const { mail, sms } = changeOf(SET, { mail: { ...mailDraft(SET.mail), password: 'новый' }, sms: null })
  expect([mail?.password, sms]).toEqual(['новый', null])
})

test('another way of sending begins empty, and its secret is not there', () => {
  expect(smsDraft('smsru', SET.sms)).toEqual({ kind: 'smsru', secret: '', sender: '' })
  expect(smsDraft('smsc', SET.sms)).toEqual({ kind: 'smsc', login: 'salon', password: '', sender: 'SALON' })
  expect([hasSecret('smsc', SET.sms), hasSecret('smsru', SET.sms), hasSecret('smsc', null)]).toEqual([
    true,
    false,
    false,
  ])
})

test('headers are typed a line each, and read as they were', () => {
  const headers = [
    { name: 'Authorization', value: 'Bearer {{secret}}' },
    { name: 'X-Time', value: '12:30' },
  ]
  expect(headersOf(headersText(headers))).toEqual(headers)
  expect(headersOf('без двоеточия\n : пусто\n')).toEqual([])
})
