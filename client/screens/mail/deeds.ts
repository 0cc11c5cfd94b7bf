import type { MailWhere } from '../../data/queries/mail/query.ts'
import { useLetterActs } from '../../records/letters/acts.ts'

/** What is done with letters at a place of the screen: from the folder that one looks at. */
export function useLetterDeeds(where: () => MailWhere) {
  const acts = useLetterActs()
  const from = () => {
    const place = where()
    return place.in === 'folder' ? { account: place.account, folder: place.folder } : null
  }
  return {
    read: acts.read,
    mark: acts.mark,
    star: acts.star,
    archive: (ids: readonly string[]) => acts.archive(ids, from()),
    remove: (ids: readonly string[]) => acts.remove(ids, from()),
    moveTo: (ids: readonly string[], folder: string) => acts.moveTo(ids, folder, from()),
  }
}

export type LetterDeeds = ReturnType<typeof useLetterDeeds>
