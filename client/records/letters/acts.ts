import type { FolderOf, MovedTo } from '../../../shared/letters/marks/marks.ts'
import { letterCollection } from '../../../shared/letters/whose.ts'
import { useData } from '../../data/page/solid.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useActs } from '../acts/use-acts.ts'

/** What people do with letters, by their ids; each with an undo, but that they were read. */
export function useLetterActs() {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const move = (ids: readonly string[], to: MovedTo, from: FolderOf | null, text: string) =>
    acts.run('moveLetters', { records: recordsOf(ids), to, from }, text)
  return {
    /** They were looked at. */
    read: (ids: readonly string[]) =>
      acts.attempt(() => data.runPassedOver('markLetters', { records: recordsOf(ids), seen: true })),
    mark: (ids: readonly string[], seen: boolean) => acts.run('markLetters', { records: recordsOf(ids), seen }),
    star: (ids: readonly string[], flagged: boolean) => acts.run('markLetters', { records: recordsOf(ids), flagged }),
    archive: (ids: readonly string[], from: FolderOf | null) =>
      move(ids, 'archive', from, t('mail.acts.archived', { n: ids.length })),
    remove: (ids: readonly string[], from: FolderOf | null) =>
      move(ids, 'trash', from, t('mail.acts.removed', { n: ids.length })),
    moveTo: (ids: readonly string[], folder: string, from: FolderOf | null) =>
      move(ids, { folder }, from, t('mail.acts.moved', { n: ids.length })),
  }
}

function recordsOf(ids: readonly string[]) {
  return ids.map((id) => ({ collection: letterCollection(id), id }))
}
