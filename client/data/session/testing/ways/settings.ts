import { currency, tagged } from './made.ts'
import type { Ways } from './way.ts'

const DAY = '2026-10-05'

/** What is set up of the company. */
export const SETTING_WAYS: Ways<'setRate' | 'retag'> = {
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
