import { plainText } from '../../../shared/discussion/text/parts.ts'
import { CAME_TO } from '../../../shared/notices/notice.ts'
import { states } from '../../../shared/orders/collections.ts'
import { createEvery } from '../../data/page/solid.tsx'
import type { NoticeGroup, ShownNotice } from '../../data/queries/notices/query.ts'
import { nameOf } from '../../records/address.ts'
import { oneLabel } from '../../records/words/labels.ts'
import { createNames } from '../../records/words/who.ts'
import { useWords } from '../../ui/words/words.tsx'

const ANSWERS = ['accepted', 'tentative', 'declined'] as const

/** What notices say, in words. */
export function createNoticeWords() {
  const { t, format } = useWords()
  const names = createNames()
  const every = createEvery(states)
  const person = (id: string) => names().person(id)

  const moved = (more: string | null) => {
    const known = CAME_TO.find((one) => one === more)
    if (known) return t(`notices.moved.${known}`)
    return t('notices.moved.state', { state: every().find(({ id }) => id === more)?.name ?? t('common.nameless') })
  }
  const day = (more: string | null) => {
    const time = Number(more)
    return Number.isNaN(time) ? format.date(more ?? '') : format.when(time)
  }
  const answered = (more: string | null) => {
    const answer = ANSWERS.find((one) => one === more?.split(' ')[0])
    return t(`records.choices.${answer ?? 'tentative'}`)
  }
  return {
    /** The record that notices are about: «Заказ покупателя 12 · Ассоль». */
    record: ({ collection, item }: Pick<NoticeGroup, 'collection' | 'item'>) => {
      const one = t(oneLabel(collection))
      if (item === null) return one
      const of = collection === 'orders' && item.customerName ? ` · ${item.customerName}` : ''
      return `${one} ${nameOf(item)}${of}`
    },
    /** Whose deed it is; empty where it is nobody's. */
    who: ({ by, more, kind }: ShownNotice) => {
      if (by !== null) return person(by)
      if (kind === 'letter') return more ?? ''
      return kind === 'answered' ? (more?.split(' ').slice(1).join(' ') ?? '') : ''
    },
    what: ({ kind, more }: ShownNotice) => {
      if (kind === 'moved') return moved(more)
      if (kind === 'answered') return answered(more)
      if (kind === 'overdue') return t('notices.overdue', { when: day(more) })
      return t(`notices.${kind}`)
    },
    /** What was said, in a line; null where nothing was. */
    said: ({ text }: ShownNotice) => (text === null ? null : plainText(text, person)),
  }
}
