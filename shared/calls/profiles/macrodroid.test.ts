import { expect, test } from 'vitest'
import { REPORTED } from '../protocol.ts'
import { dialName } from './given.ts'
import { macroDroidProfile } from './macrodroid.ts'

const GIVEN = { address: 'https://crm.example:8443', phone: 'p1', key: 'k1' }
const macros = macroDroidProfile(GIVEN).map(({ text }) => JSON.parse(text).macro)
const triggersOf = (type: string) => macros.find(({ m_triggerList: [first] }) => first.m_classType === type)

test('PG6: a macro for each thing that MacroDroid tells of a call posts it with the address and key of the phone', () => {
  const asked = macros.flatMap(({ m_actionList }) => m_actionList).flatMap(({ requestConfig }) => requestConfig ?? [])
  expect(asked.map(({ contentBodyText }) => JSON.parse(contentBodyText).what)).toEqual(
    REPORTED.filter((what) => what !== 'failed').toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)),
  )
  for (const { urlToOpen, requestType, headerParams, contentBodyText } of asked) {
    expect([urlToOpen, requestType]).toEqual(['https://crm.example:8443/phone/v1/reports', 1])
    expect(headerParams).toEqual([
      { paramName: 'Authorization', paramValue: 'Bearer p1.k1' },
      { paramName: 'X-Voronka-Receiver', paramValue: `8080/${dialName(GIVEN)}` },
    ])
    expect(JSON.parse(contentBodyText)).toMatchObject({ number: '{call_number}', sent: '{system_time_ms}' })
  }
})
const ORDER = ['ringing', 'dialling', 'answered', 'ended', 'missed']

test('PG6: its own server dials what it is asked for', () => {
  const { m_triggerList, m_actionList } = triggersOf('HttpServerTrigger')
  expect(m_triggerList[0].identifier).toBe(dialName(GIVEN))
  expect(dialName(GIVEN)).not.toBe(dialName({ ...GIVEN, key: 'k2' }))
  expect(m_actionList).toMatchObject([{ m_classType: 'MakeCallAction', m_number: '{http_param=number}' }])
})
