import Archive from 'lucide-solid/icons/archive'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import MailOpen from 'lucide-solid/icons/mail-open'
import Trash from 'lucide-solid/icons/trash'
import X from 'lucide-solid/icons/x'
import { Button, IconButton } from '../../../ui/actions/button.tsx'
import { Menu } from '../../../ui/overlays/panes/menu.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { LetterDeeds } from '../deeds.ts'
import type { Threads } from './live-threads.ts'

/** How many threads are chosen, and what can be done with them. */
export function ChosenThreads(props: { readonly threads: Threads; readonly deeds: LetterDeeds }) {
  const { t } = useWords()
  const { selection } = props.threads
  const on =
    (act: (ids: readonly string[]) => Promise<boolean>, isOver = false) =>
    async () => {
      const isDone = await act(await props.threads.chosenLetters())
      if (isDone && isOver) selection.clear()
    }
  const { deeds } = props
  return (
    <div class="selection-bar" role="toolbar" aria-label={t('lists.selection.title')}>
      <p class="selection-said" role="status">
        <strong>{t('mail.threads.count', { n: selection.count })}</strong>
      </p>
      <div class="selection-acts">
        <Button size="small" icon={MailOpen} onClick={on((ids) => deeds.mark(ids, true))}>
          {t('mail.acts.read')}
        </Button>
        <Button size="small" icon={Archive} onClick={on(deeds.archive, true)}>
          {t('mail.acts.archive')}
        </Button>
        <Menu
          label={t('common.more')}
          placement="top-end"
          items={[
            { label: t('mail.acts.unread'), onSelect: on((ids) => deeds.mark(ids, false)) },
            { label: t('mail.acts.star'), onSelect: on((ids) => deeds.star(ids, true)) },
            { label: t('mail.acts.unstar'), onSelect: on((ids) => deeds.star(ids, false)) },
            'line',
            { label: t('mail.acts.remove'), icon: Trash, destroys: true, onSelect: on(deeds.remove, true) },
          ]}
          trigger={(attributes) => <IconButton {...attributes} look="plain" icon={Ellipsis} label={t('common.more')} />}
        />
        <IconButton icon={X} label={t('lists.selection.clear')} onClick={selection.clear} />
      </div>
    </div>
  )
}
