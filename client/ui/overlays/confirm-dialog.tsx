import { createSignal, type ParentProps, Show } from 'solid-js'
import { Button } from '../actions/button.tsx'
import { Banner } from '../signs/banner.tsx'
import { useWords } from '../words/words.tsx'
import { Dialog } from './dialog.tsx'

export interface ConfirmDialogProps extends ParentProps {
  readonly open: boolean
  readonly title: string
  /** The act in a word: «Удалить». */
  readonly act: string
  readonly destroys?: boolean | undefined
  /** While its promise runs the button is busy; a failure is shown and the dialog stays. */
  readonly onConfirm: () => unknown
  readonly onClose: () => void
}

/** Asks before an act that cannot simply be undone; what will happen stands in its children. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t, sentence } = useWords()
  const [isBusy, setBusy] = createSignal(false)
  const [failed, setFailed] = createSignal<string>()
  let first: HTMLButtonElement | undefined
  const confirm = async () => {
    setBusy(true)
    setFailed(undefined)
    try {
      await props.onConfirm()
      props.onClose()
    } catch (error) {
      setFailed(sentence(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open={props.open}
      title={props.title}
      onClose={props.onClose}
      role="alertdialog"
      initialFocus={() => first ?? null}
      footer={
        <>
          <Button ref={(button) => (first = button)} onClick={() => props.onClose()}>
            {t('common.cancel')}
          </Button>
          <Button look={props.destroys ? 'loss' : 'primary'} busy={isBusy()} onClick={() => void confirm()}>
            {props.act}
          </Button>
        </>
      }
    >
      {props.children}
      <Show when={failed()}>
        <Banner look="loss">{failed()}</Banner>
      </Show>
    </Dialog>
  )
}
