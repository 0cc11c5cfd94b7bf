import type { MailThreadAnswer } from '../../data/queries/mail/query.ts'
import { createOffers, type Offer } from '../../ui/keys/offers.ts'
import { useWords } from '../../ui/words/words.tsx'
import type { LetterDeeds } from './deeds.ts'
import type { Threads } from './threads/live-threads.ts'

interface KeysOn {
  readonly threads: Threads
  readonly deeds: LetterDeeds
  /** The thread that is read. */
  readonly shown: () => MailThreadAnswer | undefined
  readonly step: (by: 1 | -1) => void
  readonly leave: () => void
  readonly mayWrite: boolean
}

/** The keys of mail, as mail programs have them; they act on what is chosen, else on the thread that is read. */
export function createMailKeys(on: KeysOn): void {
  const { t } = useWords()
  const letters = async () => {
    if (on.threads.selection.count > 0) return await on.threads.chosenLetters()
    return on.shown()?.letters.map(({ id }) => id) ?? []
  }
  const away = (deed: LetterDeeds['archive']) => async () => {
    const ids = await letters()
    const hadChosen = on.threads.selection.count > 0
    if (ids.length === 0 || !(await deed(ids))) return
    if (hadChosen) on.threads.selection.clear()
    else on.leave()
  }
  const mark = async (way: 'unread' | 'star') => {
    const ids = await letters()
    const isStarred = on.shown()?.letters.some((one) => one.isStarred) ?? false
    if (ids.length === 0) return
    await (way === 'unread' ? on.deeds.mark(ids, false) : on.deeds.star(ids, !isStarred))
  }
  const writing = (): Offer[] => [
    { id: 'mail.archive', label: t('mail.acts.archive'), keys: 'e', run: () => void away(on.deeds.archive)() },
    { id: 'mail.remove', label: t('mail.acts.remove'), keys: '#', run: () => void away(on.deeds.remove)() },
    { id: 'mail.unread', label: t('mail.acts.unread'), keys: 'u', run: () => void mark('unread') },
    { id: 'mail.star', label: t('mail.acts.star'), keys: 's', run: () => void mark('star') },
  ]
  const choose = () => {
    const at = on.threads.indexOf(on.shown()?.thread ?? null)
    if (at >= 0) on.threads.selection.toggle(at)
  }
  createOffers(() => ({
    heading: t('mail.title'),
    rows: [
      { id: 'mail.next', label: t('mail.threads.next'), keys: 'j', run: () => on.step(1) },
      { id: 'mail.previous', label: t('mail.threads.previous'), keys: 'k', run: () => on.step(-1) },
      { id: 'mail.choose', label: t('mail.threads.choose'), keys: 'x', run: choose },
      ...(on.mayWrite ? writing() : []),
    ],
  }))
}
