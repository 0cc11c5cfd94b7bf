import { createMemo, createSignal } from 'solid-js'
import { createQuery } from '../data/page/solid.tsx'
import { Finder } from '../ui/overlays/finder/finder.tsx'
import { useWords } from '../ui/words/words.tsx'
import { offerGroups } from './offer-groups.ts'
import type { Recent } from './recent.ts'
import { createRecordGroups } from './record-groups.ts'

export interface PaletteProps {
  readonly open: boolean
  readonly recent: Recent
  readonly onClose: () => void
}

/** The palette of commands: records on this device, screens, and what can be done, by a few letters. */
export function Palette(props: PaletteProps) {
  const { t } = useWords()
  const [text, setText] = createSignal('')
  const answer = createQuery(() =>
    props.open
      ? ({ what: 'find', text: text(), recent: props.recent.records(), kinds: null, person: null } as const)
      : null,
  )
  const recordGroups = createRecordGroups(() => (text() === '' && answer()?.text !== '' ? undefined : answer()))
  const groups = createMemo(() => {
    if (!props.open) return []
    const all = [...recordGroups(), ...offerGroups(text(), props.recent, t('palette.recent'))]
    return all.sort((a, b) => b.rank - a.rank)
  })
  const close = () => {
    setText('')
    props.onClose()
  }
  return (
    <Finder
      open={props.open}
      label={t('palette.label')}
      text={text()}
      onText={setText}
      groups={groups()}
      behind={answer()?.text !== text()}
      nothing={answer()?.text === text() ? t('palette.nothing') : ''}
      onClose={close}
    />
  )
}
