import { createSignal, Show } from 'solid-js'
import { useData } from '../../../data/page/solid.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { Skeleton } from '../../../ui/signs/waiting.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useActs } from '../../acts/use-acts.ts'
import { giveUp, openMessage } from './begun/opening.ts'
import type { MessageStart } from './begun/start.ts'
import type { Opened } from './begun/typed.ts'
import { WriteForm } from './write-form.tsx'

interface WriteDialogProps {
  readonly start: MessageStart
  /** What is gone on with; else it is begun, or its draft is. */
  readonly opened?: Opened
  readonly onClose: () => void
}

/** Where a letter or an SMS is written: by hand, or from a template; kept on this device at once, it goes by itself. */
export function WriteDialog(props: WriteDialogProps) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const [opened, setOpened] = createSignal<Opened | undefined>(props.opened)
  if (!props.opened) void acts.attempt(async () => setOpened(await openMessage(data, props.start)))
  const close = () => {
    const begun = opened()
    // A draft stays with its files; what a made file was for is over.
    if (begun && props.start.made) void acts.attempt(() => giveUp(data, begun.id))
    props.onClose()
  }
  return (
    <Dialog open size="wide" title={t('messages.write.title')} onClose={close}>
      <Show when={opened()} keyed fallback={<Skeleton lines={8} />}>
        {(begun) => <WriteForm start={props.start} opened={begun} onEnd={props.onClose} />}
      </Show>
    </Dialog>
  )
}
