import Ellipsis from 'lucide-solid/icons/ellipsis'
import { IconButton } from '../../ui/actions/button.tsx'
import { Menu } from '../../ui/overlays/panes/menu.tsx'
import { useWords } from '../../ui/words/words.tsx'
import type { CallDeeds } from './call-deeds.ts'

/** What else can be done with the number of a call. */
export function CallMenu(props: { readonly number: string; readonly deeds: CallDeeds }) {
  const { t } = useWords()
  return (
    <Menu
      label={t('calling.more')}
      placement="bottom-end"
      items={[{ label: t('calling.ignore'), onSelect: () => void props.deeds.ignore(props.number) }]}
      trigger={(attributes) => <IconButton {...attributes} icon={Ellipsis} label={t('calling.more')} />}
    />
  )
}
