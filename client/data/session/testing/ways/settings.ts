import { currency, founded, tagged } from './made.ts'
import type { Ways } from './way.ts'

const DAY = '2026-10-05'
const OFF = { date: '2026-11-04', kind: 'dayOff', name: 'День народного единства' } as const

/** What is set up of the company. */
export const SETTING_WAYS: Ways<'setRate' | 'setSpecialDays' | 'retag' | 'switchFeatures' | 'takeTrade'> = {
  takeTrade: {
    'in the place of another one': async ({ one }) => {
      await one.run('takeTrade', { id: 'wholesale', language: 'ru' })
      const about = [
        ...['wholesale', 'toMeasure'].map((id) => ({ collection: 'kinds', id }) as const),
        ...['invoiced', 'measuring', 'new'].map((id) => ({ collection: 'states', id }) as const),
      ]
      return { args: { id: 'kitchens', language: 'ru' }, about }
    },
  },
  switchFeatures: {
    'off, for the first time': async () => ({
      args: { ids: ['mail'], on: false },
      about: [{ collection: 'features', id: 'mail' }],
    }),
    'on, with what it needs': async ({ one }) => {
      await one.run('switchFeatures', { ids: ['segments', 'mailings'], on: false })
      const about = ['segments', 'mailings'].map((id) => ({ collection: 'features', id }) as const)
      return { args: { ids: ['mailings'], on: true }, about }
    },
  },
  retag: {
    'called otherwise': async ({ one }) => {
      const about = await tagged(one)
      return { args: { records: [about], from: 'опт', to: 'Опт' }, about: [about] }
    },
    'taken away': async ({ one }) => {
      const about = await tagged(one)
      return { args: { records: [about], from: 'опт', to: null }, about: [about] }
    },
  },
  setSpecialDays: {
    'new ones': async ({ one }) => {
      const about = await founded(one)
      return {
        args: { id: about.id, days: [OFF, { date: '2026-11-03', kind: 'shortDay', name: null }] },
        about: [about],
      }
    },
    'in the place of what the day was': async ({ one }) => {
      const about = await founded(one)
      await one.run('setSpecialDays', { id: about.id, days: [OFF] })
      return { args: { id: about.id, days: [{ ...OFF, kind: 'workday', name: 'Отгул позже' }] }, about: [about] }
    },
    'one that was taken out': async ({ one }) => {
      const about = await founded(one)
      await one.run('setSpecialDays', { id: about.id, days: [OFF] })
      await one.run('removeEntry', { ...about, list: 'specialDays', entry: '20261104' })
      return { args: { id: about.id, days: [{ ...OFF, name: null }] }, about: [about] }
    },
  },
  setRate: {
    'a first one': async ({ one }) => {
      const about = await currency(one)
      return { args: { id: about.id, from: DAY, millionths: 95_000_000 }, about: [about] }
    },
    'in the place of that of the same day': async ({ one }) => {
      const about = await currency(one)
      await one.run('setRate', { id: about.id, from: DAY, millionths: 90_000_000 })
      return { args: { id: about.id, from: DAY, millionths: 95_000_000 }, about: [about] }
    },
  },
}
