import Download from 'lucide-solid/icons/download'
import FileText from 'lucide-solid/icons/file-text'
import Image from 'lucide-solid/icons/image'
import { createSignal, For, Show } from 'solid-js'
import { isPicture, PDF } from '../../../../shared/files/types.ts'
import type { Letter } from '../../../../shared/letters/collections.ts'
import { useData } from '../../../data/page/solid.tsx'
import { IconButton, IconOf } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useActs } from '../../acts/use-acts.ts'
import { BytesViewer } from '../../files/viewer/viewer.tsx'
import { download } from '../../list/sheet/download.ts'
import { IntoCalendar } from './invitation.tsx'
import { KeepMenu } from './keep.tsx'
import { type Enclosed, readerOf } from './reader.ts'

/** What came with a letter, but for the pictures that its text shows. */
export function Enclosures(props: { readonly letter: Letter }) {
  const { t } = useWords()
  const [shown, show] = createSignal<Enclosed | null>(null)
  const own = () => props.letter.attachments.filter(({ cid, type }) => !(cid && isPicture(String(type))))
  return (
    <Show when={own().length > 0}>
      <section class="letter-files" aria-label={t('mail.letter.enclosures')}>
        <ul>
          <For each={own()}>{(one) => <Enclosure letter={props.letter} one={one} onShow={() => show(one)} />}</For>
        </ul>
      </section>
      <Show when={shown()} keyed>
        {(one) => (
          <BytesViewer
            name={one.name ?? ''}
            type={String(one.type)}
            read={readerOf(props.letter, one, useData())}
            onClose={() => show(null)}
          />
        )}
      </Show>
    </Show>
  )
}

interface EnclosureProps {
  readonly letter: Letter
  readonly one: Enclosed
  readonly onShow: () => void
}

function Enclosure(props: EnclosureProps) {
  const { t, format } = useWords()
  const data = useData()
  const acts = useActs()
  const name = () => props.one.name ?? t('mail.letter.nameless')
  const type = () => String(props.one.type)
  const isShown = () => isPicture(type()) || type() === PDF
  const save = () =>
    acts.attempt(async () => {
      const bytes = await readerOf(props.letter, props.one, data)()
      // Without a type of its own a browser keeps it and shows it nowhere.
      download(new Blob([bytes], { type: 'application/octet-stream' }), name())
    })
  return (
    <li class="letter-file">
      <button
        type="button"
        class="letter-file-open"
        aria-label={t('mail.letter.open', { name: name() })}
        onClick={() => (isShown() ? props.onShow() : void save())}
      >
        <IconOf icon={isPicture(type()) ? Image : FileText} />
        <span class="cut">{name()}</span>
        <span class="dim n">{format.bytes(props.one.size ?? 0)}</span>
      </button>
      <IconButton icon={Download} label={t('mail.letter.download')} onClick={() => void save()} />
      <IntoCalendar letter={props.letter} one={props.one} />
      <KeepMenu letter={props.letter} one={props.one} />
    </li>
  )
}
