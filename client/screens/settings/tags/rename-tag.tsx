import { createSignal, Show } from 'solid-js'
import type { CountedTag } from '../../../data/queries/tags/query.ts'
import { NameDialog } from '../../../records/name-dialog.tsx'
import { ConfirmDialog } from '../../../ui/overlays/confirm-dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** Letters at most. */
const LONGEST = 60

export interface RenameTagProps {
  readonly tag: CountedTag
  /** All tags there are: two of one name become one. */
  readonly all: readonly CountedTag[]
  readonly onName: (name: string) => Promise<unknown>
  readonly onClose: () => void
}

/** Asks how a tag is to be called; where another is called so, whether they are to become one. */
export function RenameTag(props: RenameTagProps) {
  const { t } = useWords()
  const [joined, setJoined] = createSignal<string | null>(null)
  const name = async (text: string) => {
    if (text === props.tag.id) return props.onClose()
    if (props.all.some(({ id }) => id === text)) return void setJoined(text)
    await props.onName(text)
    props.onClose()
  }
  return (
    <Show
      when={joined()}
      fallback={
        <NameDialog
          title={t('settings.tags.rename', { name: props.tag.id })}
          label={t('settings.tags.name')}
          name={props.tag.id}
          maxLength={LONGEST}
          onName={name}
          onClose={() => joined() === null && props.onClose()}
        />
      }
    >
      {(to) => (
        <ConfirmDialog
          open
          title={t('settings.tags.joinAsk', { name: to() })}
          act={t('settings.tags.join')}
          onConfirm={() => props.onName(to())}
          onClose={props.onClose}
        >
          <p>{t('settings.tags.joinText', { from: props.tag.id, to: to() })}</p>
        </ConfirmDialog>
      )}
    </Show>
  )
}
