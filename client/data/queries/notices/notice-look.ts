import { devices } from '../../../../shared/company/collections.ts'
import { authorOf } from '../../../../shared/discussion/authors.ts'
import { comments } from '../../../../shared/discussion/collections.ts'
import { saidAt } from '../../../../shared/discussion/said.ts'
import type { NoticeLook } from '../../../../shared/notices/notice.ts'
import { addDays, startOfDay } from '../../../../shared/time/days.ts'
import { namedBy } from '../about.ts'
import type { Directory } from '../directory.ts'
import type { AnyRow } from '../standing-rows.ts'

/** Answers what notices ask of other records; `unknown` hears of devices of which nobody is known to hold them. */
export function noticeLook(directory: Directory, me: string, unknown: (replica: string) => void): NoticeLook {
  const { today, zone } = directory.around()
  const holderOf = (replica: string) => {
    const device = directory.typed(devices, replica)
    if (device === null) unknown(replica)
    return device?.person ?? null
  }
  const authorIn = (id: string) => {
    const comment = directory.typed(comments, id)
    return comment && authorOf(comment, holderOf)
  }
  return {
    me,
    holderOf,
    concerns: (about) => concerns(rowOf(directory, about), me),
    hasSaid: (about, before) =>
      directory.commentsOn(about).some((one) => saidAt(one) < before && !one.gone && authorOf(one, holderOf) === me),
    authorOf: authorIn,
    today: startOfDay(today, zone),
    dayAfter: (date) => startOfDay(addDays(date, 1), zone),
  }
}

/** What a comment or notice is about. */
function rowOf(directory: Directory, about: string): AnyRow | null {
  const named = namedBy(about)
  return named && directory.row(named.collection, named.id)
}

function concerns(row: AnyRow | null, me: string): boolean {
  if (row === null) return false
  const participants = (row.participants ?? []) as unknown as readonly { readonly person?: string | null }[]
  return row.responsible === me || row.performer === me || participants.some(({ person }) => person === me)
}
