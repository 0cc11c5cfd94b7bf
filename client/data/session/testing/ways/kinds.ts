import { kind } from './made.ts'
import type { Ways } from './way.ts'

/** Kinds of orders and their states. */
export const KIND_WAYS: Ways<'addState' | 'addStates' | 'removeState' | 'shiftState'> = {
  addState: {
    'a new one': async ({ one }) => {
      const about = await kind(one)
      return { args: { id: about.id, state: 'paid' }, about: [about] }
    },
    'one that was taken out': async ({ one }) => {
      const about = await kind(one)
      await one.run('removeState', { id: about.id, state: 'new' })
      return { args: { id: about.id, state: 'new' }, about: [about] }
    },
  },
  addStates: {
    'two of three': async ({ one }) => {
      const about = await kind(one)
      return { args: { id: about.id, states: ['new', 'paid', 'sent'] }, about: [about] }
    },
  },
  removeState: {
    'the first': async ({ one }) => {
      const about = await kind(one)
      return { args: { id: about.id, state: 'new' }, about: [about] }
    },
  },
  shiftState: {
    down: async ({ one }) => {
      const about = await kind(one)
      return { args: { id: about.id, state: 'new', by: 1 }, about: [about] }
    },
  },
}
