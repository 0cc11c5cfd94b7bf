import { fresh } from './made.ts'
import type { Ways } from './way.ts'

const VALUES = { about: 'orders/common-1', name: 'замер.png', size: 1, hash: 'a'.repeat(64) }

/** Files of records. */
export const FILE_WAYS: Ways<'addFile' | 'renameFile'> = {
  addFile: {
    'a picture': async ({ one }) => {
      const about = fresh('files', one)
      return { args: { id: about.id, values: VALUES }, about: [about] }
    },
  },
  renameFile: {
    'a picture': async ({ one }) => {
      const about = fresh('files', one)
      await one.run('addFile', { id: about.id, values: VALUES })
      return { args: { id: about.id, name: 'кухня.png' }, about: [about] }
    },
  },
}
