import FolderPlus from 'lucide-solid/icons/folder-plus'
import { Show } from 'solid-js'
import type { Letter } from '../../../../shared/letters/collections.ts'
import { useData } from '../../../data/page/solid.tsx'
import { IconButton } from '../../../ui/actions/button.tsx'
import { Menu } from '../../../ui/overlays/panes/menu.tsx'
import { useToasts } from '../../../ui/toasts/use-toasts.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useActs } from '../../acts/use-acts.ts'
import { look } from '../../files/adding/preview.ts'
import { useMayWrite } from '../../rights.ts'
import { type Enclosed, readerOf } from './reader.ts'

/** Puts an enclosure among the files of the order or of the customer that its letter is about. */
export function KeepMenu(props: { readonly letter: Letter; readonly one: Enclosed }) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const toasts = useToasts()
  const mayWrite = useMayWrite('files')
  const keep = (about: string) =>
    void acts.attempt(async () => {
      const bytes = await readerOf(props.letter, props.one, data)()
      const name = props.one.name ?? t('mail.letter.nameless')
      const file = new File([bytes], name, { type: String(props.one.type) })
      await data.addFile({ about, name, bytes: file, paper: null, ...(await look(file)) })
      toasts.show({ text: t('mail.letter.savedTo', { name }) })
    })
  const places = () => {
    const { order, customer } = props.letter
    return [
      ...(order ? [{ label: t('mail.letter.toOrder'), onSelect: () => keep(`orders/${order}`) }] : []),
      ...(customer ? [{ label: t('mail.letter.toCustomer'), onSelect: () => keep(`customers/${customer}`) }] : []),
    ]
  }
  return (
    <Show when={mayWrite && places().length > 0}>
      <Menu
        label={t('mail.letter.toFiles')}
        placement="bottom-end"
        items={places()}
        trigger={(attributes) => <IconButton {...attributes} icon={FolderPlus} label={t('mail.letter.toFiles')} />}
      />
    </Show>
  )
}
