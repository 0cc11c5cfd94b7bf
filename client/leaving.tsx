import { createSignal } from 'solid-js'
import { useData } from './data/page/solid.tsx'
import { signOut } from './data/page/start.ts'
import { ConfirmDialog } from './ui/overlays/confirm-dialog.tsx'
import { useToasts } from './ui/overlays/toast.tsx'
import { useWords } from './ui/words/words.tsx'

/** Signing out: asked first while changes wait, since they then wait until this account signs in here again. */
export function createLeaving(waiting: () => number) {
  const { t, sentence } = useWords()
  const data = useData()
  const toasts = useToasts()
  const [isAsked, setAsked] = createSignal(false)
  const leave = async () => {
    await signOut()
    await data.close()
    location.assign('/')
  }
  const ask = () => {
    if (waiting() > 0) setAsked(true)
    else leave().catch((error) => toasts.show({ text: sentence(error), kind: 'bad' }))
  }
  const Dialog = () => (
    <ConfirmDialog
      open={isAsked()}
      title={t('shell.leave.title', { n: waiting() })}
      act={t('shell.user.signOut')}
      onConfirm={leave}
      onClose={() => setAsked(false)}
    >
      {t('shell.leave.text')}
    </ConfirmDialog>
  )
  return { ask, Dialog }
}
