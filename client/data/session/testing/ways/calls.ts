import { eventOfCall } from '../../../../../shared/calls/acts/call-event.ts'
import { asideId } from '../../../../../shared/calls/acts/taking.ts'
import type { TestDevice } from '../test-device.ts'
import { customer, fresh } from './made.ts'
import type { Ways } from './way.ts'

const NUMBER = '+79161234567'

async function call(device: TestDevice) {
  const about = fresh('calls', device)
  const values = { direction: 'in', state: 'talking', number: NUMBER, rang: device.session.now }
  await device.run('createRecord', { ...about, values })
  return about
}

const eventOf = ({ id }: { readonly id: string }) => ({ collection: 'events', id: eventOfCall(id) }) as const

type Commands = 'takeCall' | 'putCallAside' | 'noteCall' | 'makeCallEvent' | 'bindCalls' | 'makeCaller' | 'dialNumber'

/** Calls: taken up, put aside, written down, and whose they are. */
export const CALL_WAYS: Ways<Commands> = {
  takeCall: {
    'one that rings': async ({ one }) => {
      const about = await call(one)
      return { args: { id: about.id }, about: [about] }
    },
  },
  putCallAside: {
    'one that rings': async ({ one }) => {
      const about = await call(one)
      const id = asideId(one.user, about.id)
      return { args: { id }, about: [{ collection: 'callsAside', id }] }
    },
  },
  noteCall: {
    'of one with an event': async ({ one }) => {
      const about = await call(one)
      await one.run('makeCallEvent', { id: about.id, subject: 'Звонок' })
      return { args: { id: about.id, note: 'Замер во вторник' }, about: [about, eventOf(about)] }
    },
  },
  makeCallEvent: {
    'with the customer that was chosen': async ({ one }) => {
      const [about, { id }] = [await call(one), await customer(one)]
      return { args: { id: about.id, subject: 'Звонок', customer: id }, about: [about, eventOf(about)] }
    },
  },
  bindCalls: {
    'two of a number': async ({ one }) => {
      const [about, other, { id }] = [await call(one), await call(one), await customer(one)]
      return { args: { ids: [about.id, other.id], customer: id, contact: null }, about: [about, other] }
    },
  },
  makeCaller: {
    'with another call of the number': async ({ one }) => {
      const [about, other, made] = [await call(one), await call(one), fresh('customers', one)]
      const args = { ids: [about.id, other.id], customer: made.id, name: 'Ассоль', number: NUMBER }
      return { args, about: [about, other, made] }
    },
  },
  dialNumber: {
    'by a phone': async ({ one }) => {
      const about = fresh('calls', one)
      return { args: { id: about.id, number: NUMBER, phone: 'mine' }, about: [about] }
    },
  },
}
