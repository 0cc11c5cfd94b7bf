import { createSignal, Show } from 'solid-js'
import { useData } from './data/page/solid.tsx'
import { signOut } from './data/page/starting/start.ts'
import { ConfirmDialog } from './ui/overlays/confirm-dialog.tsx'
import { useToasts } from './ui/toasts/use-toasts.ts'
import { useWords } from './ui/words/words.tsx'
import { isSomethingBegun } from './update/unsaved.ts'

/** What the server does not have yet. */
interface OnlyHere {
  readonly changes: number
  readonly files: number
}

/**
 * Signing out, in all tabs of this device. Asked first while changes or files wait, since they then wait until this account signs
 * in here again, or are lost where the device does not keep them; and while something is typed in some tab and not saved,
 * since that would be lost.
 */
export function createLeaving(waiting: () => OnlyHere, isKept: () => boolean) {
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
  const isWaiting = () => waiting().changes + waiting().files > 0
  const title = () => {
    const { changes, files } = waiting()
    if (changes > 0) return t('shell.leave.title', { n: changes })
    return files > 0 ? t('shell.leave.filesTitle', { n: files }) : t('shell.leave.unsavedTitle')
  }
  const begin = async () => {
    setUnsaved(await isSomethingBegun())
    if (isWaiting() || isUnsaved()) setAsked(true)
    else await leave()
  }
  const ask = () => {
    begin().catch((error) => toasts.show({ text: sentence(error), kind: 'bad' }))
  }
  const Dialog = () => (
    <ConfirmDialog
      open={isAsked()}
      title={title()}
      act={t('shell.user.signOut')}
      onConfirm={leave}
      onClose={() => setAsked(false)}
    >
      <Show when={waiting().changes > 0 && waiting().files}>
        {(files) => <p>{t('shell.leave.files', { n: files() })}</p>}
      </Show>
      <Show when={isWaiting()}>
        <p>{t(isKept() ? 'shell.leave.text' : 'shell.leave.lost')}</p>
      </Show>
      <Show when={isUnsaved()}>
        <p>{t('shell.leave.unsaved')}</p>
      </Show>
    </ConfirmDialog>
  )
  return { ask, Dialog }
}
