import type { MailBoxesAnswer, MailWhere } from '../../data/queries/mail/query.ts'
import type { useWords } from '../../ui/words/words.tsx'

/** What a place in mail is called. */
export function placeName(t: ReturnType<typeof useWords>['t'], where: MailWhere, { boxes }: MailBoxesAnswer): string {
  switch (where.in) {
    case 'folder': {
      const use = boxes.find(({ id }) => id === where.account)?.folders.find(({ path }) => path === where.folder)?.use
      return use ? t(`mail.boxes.use.${use}`) : where.folder
    }
    case 'account':
      return boxes.find(({ id }) => id === where.account)?.name ?? t('mail.title')
    case 'customer':
    case 'order':
      return t('mail.title')
    default:
      return t(`mail.boxes.${where.in}`)
  }
}
