import { useNavigate } from '@solidjs/router'
import type { NoticeGroup, ShownNotice } from '../../data/queries/notices/query.ts'
import { addressOf } from '../../records/address.ts'
import { leadTo } from '../../records/discussion/lead.ts'
import { createMarking } from '../../records/notifying/marking.ts'

/** Goes to the card that a notice is about, and to the comment that it tells of; it is seen then. */
export function createNoticeOpening() {
  const navigate = useNavigate()
  const marking = createMarking()
  return ({ collection, item }: Pick<NoticeGroup, 'collection' | 'item'>, notice: ShownNotice) => {
    const address = item && addressOf(collection, item)
    // A comment is seen when it stands on the screen.
    if (notice.isUnread && (!address || notice.comment === null)) void marking.seen([notice.id])
    if (!address) return
    if (notice.comment !== null) leadTo(notice.about, notice.comment)
    navigate(address)
  }
}
