import { createSignal, Show } from 'solid-js'
import { useData } from './data/page/solid.tsx'
import { signOut } from './data/page/starting/start.ts'
import { ConfirmDialog } from './ui/overlays/confirm-dialog.tsx'
import { useToasts } from './ui/toasts/use-toasts.ts'
import { useWords } from './ui/words/words.tsx'
import { isSomethingBegun } from './update/unsaved.ts'

/**
 * Signing out, in all tabs of this device. Asked first while changes wait, since they then wait until this account signs
 * in here again, or are lost where the device does not keep them; and while something is typed in some tab and not saved,
 * since that would be lost.
 */
export function createLeaving(waiting: () => number, isKept: () => boolean) {
  const { t, sentence } = useWords()
  const data = useData()
  const toasts = useToasts()
  const [isAsked, setAsked] = createSignal(false)
  const [isUnsaved, setUnsaved] = createSignal(false)
  const leave = async () => {
    await signOut()
    await data.close()
    location.assign('/')
  }
  const begin = async () => {
    setUnsaved(await isSomethingBegun())
    if (waiting() > 0 || isUnsaved()) setAsked(true)
    else await leave()
  }
  const ask = () => {
    begin().catch((error) => toasts.show({ text: sentence(error), kind: 'bad' }))
  }
  const Dialog = () => (
    <ConfirmDialog
      open={isAsked()}
      title={waiting() > 0 ? t('shell.leave.title', { n: waiting() }) : t('shell.leave.unsavedTitle')}
      act={t('shell.user.signOut')}
      onConfirm={leave}
      onClose={() => setAsked(false)}
    >
      <Show when={waiting() > 0}>
        <p>{t(isKept() ? 'shell.leave.text' : 'shell.leave.lost')}</p>
      </Show>
      <Show when={isUnsaved()}>
        <p>{t('shell.leave.unsaved')}</p>
      </Show>
    </ConfirmDialog>
  )
  return { ask, Dialog }
}
