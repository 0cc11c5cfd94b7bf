import { markOf, seenId } from '../../../../../shared/notices/seen.ts'
import type { Ways } from './way.ts'

/** What a person has seen. */
export const NOTICE_WAYS: Ways<'markSeen'> = {
  markSeen: {
    'one of the month': async ({ one }) => {
      const id = seenId(one.user, one.session.now)
      return { args: { id, marks: [markOf('comments/a')] }, about: [{ collection: 'seenNotices', id }] }
    },
  },
}
