import { fresh } from './made.ts'
import type { Ways } from './way.ts'

/** Missed calls. */
export const MISSED_WAYS: Ways<'closeMissed'> = {
  closeMissed: {
    'one with a note': async ({ one }) => {
      const about = fresh('calls', one)
      const values = { direction: 'in', state: 'missed', number: '+79161234567', rang: one.session.now, note: 'Первый' }
      await one.run('createRecord', { ...about, values })
      return { args: { id: about.id, note: 'Спам' }, about: [about] }
    },
  },
}
