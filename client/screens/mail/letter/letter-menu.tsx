import Ellipsis from 'lucide-solid/icons/ellipsis'
import { createSignal, Show } from 'solid-js'
import type { ShownLetter } from '../../../data/queries/mail/query.ts'
import type { useBinding } from '../../../records/letters/binding/use-binding.tsx'
import { SourceDialog } from '../../../records/letters/source.tsx'
import { IconButton } from '../../../ui/actions/button.tsx'
import { Menu, type MenuItem } from '../../../ui/overlays/panes/menu.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { LetterDeeds } from '../deeds.ts'

interface LetterMenuProps {
  readonly shown: ShownLetter
  readonly deeds: LetterDeeds
  readonly mayWrite: boolean
  readonly folders: readonly string[]
  readonly binding: ReturnType<typeof useBinding>
}

/** What else can be done with a letter. */
export function LetterMenu(props: LetterMenuProps) {
  const { t } = useWords()
  const [isSourceOpen, setSourceOpen] = createSignal(false)
  const ids = () => [props.shown.id]
  const moves = (): MenuItem[] =>
    props.folders.map((folder) => ({
      label: t('mail.acts.moveTo', { folder }),
      onSelect: () => void props.deeds.moveTo(ids(), folder),
    }))
  const acts = (): MenuItem[] => [
    { label: t('mail.acts.unread'), onSelect: () => void props.deeds.mark(ids(), false) },
    { label: t('mail.acts.archive'), onSelect: () => void props.deeds.archive(ids()) },
    ...(moves().length > 0 ? ['line' as const, ...moves()] : []),
    'line',
    ...props.binding.acts(),
    { heading: t('mail.binding.fromLetter') },
    ...props.binding.made(),
    'line',
    { label: t('mail.acts.remove'), destroys: true, onSelect: () => void props.deeds.remove(ids()) },
    'line',
  ]
  return (
    <>
      <Menu
        label={t('mail.acts.more')}
        placement="bottom-end"
        items={[
          ...(props.mayWrite ? acts() : []),
          { label: t('mail.letter.source'), onSelect: () => setTimeout(() => setSourceOpen(true)) },
        ]}
        trigger={(attributes) => <IconButton {...attributes} icon={Ellipsis} label={t('mail.acts.more')} />}
      />
      <Show when={isSourceOpen()}>
        <SourceDialog letter={props.shown.letter} onClose={() => setSourceOpen(false)} />
      </Show>
    </>
  )
}
