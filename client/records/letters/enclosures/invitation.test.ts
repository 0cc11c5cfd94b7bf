import { expect, test } from 'vitest'
import type { ReadRecord } from '../../../../shared/calendar/ical/reading/read.ts'
import { OUTLOOK } from '../../../../shared/calendar/ical/testing/samples.ts'
import { Shop } from '../../../../shared/orders/testing/shop.ts'
import { exchange } from '../../../../shared/records/simulation/world/desk.ts'
import { doing, planOf } from '../../calendar/plan.ts'
import { isCalendar } from './reader.ts'

test('MV29: calendar files are known by their type or by their name, other enclosures are none', () => {
  const is = (type: string | null, name: string | null = null) => isCalendar({ type, name })
  expect([is('text/calendar'), is('Text/Calendar'), is('application/ics'), is(null, 'invite.ICS')]).toEqual(
    Array(4).fill(true),
  )
  expect([is('text/plain'), is(null), is('image/png', 'ics.png'), is('text/calendars')]).toEqual(Array(4).fill(false))
})

test('MV29: an invitation without a name is taken once, however often it came, and goes when it is called off', async () => {
  const shop = new Shop('A')
  const tryOut = async (invited: readonly ReadRecord[]) => {
    const trial = new Shop('trial')
    exchange(shop, trial)
    return trial.answer('takeInvitation', { invited, people: {} }).outcomes.map(({ outcome }) => outcome)
  }
  /** As the button does it: planned, and what does something taken. */
  const taken = async (text: string) => {
    const plan = await planOf([new File([new Blob([text])], 'Приглашение')], { home: 'Europe/Moscow', tryOut })
    const invited = doing(plan).map(({ read }) => read)
    if (invited.length > 0) shop.do('takeInvitation', { invited, people: {} })
    return plan.planned.map(({ outcome }) => outcome)
  }
  const cancel = OUTLOOK.replace('METHOD:REQUEST', 'METHOD:CANCEL').replace('SEQUENCE:0', 'SEQUENCE:1')
  expect([await taken(OUTLOOK), await taken(OUTLOOK)]).toEqual([['made'], ['same']])
  expect([await taken(cancel), await taken(OUTLOOK)]).toEqual([['cancelled'], ['older']])
})
