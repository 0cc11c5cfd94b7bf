import { expect, test } from 'vitest'
import { automateValues } from './automate.ts'
import { taskerProfile } from './tasker.ts'
import { taskerArgs } from './testing/tasker-args.ts'

const GIVEN = { address: 'https://crm.example:8443', phone: 'p1', key: 'k<&"1' }
const BODY = '{"state":"%state","number":"%incoming_number","sent":"%TIMES"}'

test('PG6: the profile for Tasker hears the broadcast of calls and posts it with the address and key of the phone', () => {
  const { name, text } = taskerProfile(GIVEN)
  expect(name).toBe('voronka.prf.xml')
  expect(taskerArgs(text, 'Event')).toEqual({
    code: '599',
    args: ['android.intent.action.PHONE_STATE', '0', '0', '', ''],
  })
  const headers = 'Authorization:Bearer p1.k<&"1\nContent-Type:application/json'
  const url = 'https://crm.example:8443/phone/v1/reports'
  expect(taskerArgs(text, 'Action')).toEqual({
    code: '339',
    args: [undefined, '1', url, headers, '', BODY, '', '', '30', '0', '0', '0', '1'],
  })
})

test('PG6: the values for Automate are those of the phone', () => {
  expect(automateValues({ ...GIVEN, key: 'k1' })).toEqual({
    action: 'android.intent.action.PHONE_STATE',
    url: 'https://crm.example:8443/phone/v1/reports',
    contentType: 'application/json',
    headers: '{"Authorization": "Bearer p1.k1"}',
    body: '{"state": extras["state"], "number": extras["incoming_number"]}',
  })
})
