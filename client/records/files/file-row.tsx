import Ellipsis from 'lucide-solid/icons/ellipsis'
import FileText from 'lucide-solid/icons/file-text'
import { createResource, createSignal, onCleanup, Show } from 'solid-js'
import { Failure } from '../../../shared/errors.ts'
import { useData } from '../../data/page/solid.tsx'
import type { ShownFile } from '../../data/queries/files/query.ts'
import { IconButton, IconOf } from '../../ui/actions/button.tsx'
import { Menu } from '../../ui/overlays/panes/menu.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useActs } from '../acts/use-acts.ts'
import { download } from '../list/sheet/download.ts'
import type { Names } from '../words/who.ts'
import { NoteDialog, RenameDialog } from './dialogs.tsx'
import { SendingState } from './sending-state.tsx'
import { isShown } from './viewer/viewer.tsx'

interface FileRowProps {
  readonly file: ShownFile
  readonly names: Names
  readonly readOnly: boolean
  readonly onView: () => void
}

/** A file in its list: what it looks like, what is known of it, and what may be done with it. */
export function FileRow(props: FileRowProps) {
  const { t, format } = useWords()
  const acts = useFileActs(() => props.file)
  const name = () => props.file.name ?? ''
  const told = () =>
    [format.bytes(props.file.size ?? 0), props.names.replica(props.file.madeBy), format.when(props.file.madeAt)].join(
      ' · ',
    )
  return (
    <li class="file">
      <button
        type="button"
        class="file-open"
        aria-label={t('files.open', { name: name() })}
        onClick={() => (isShown(props.file) ? props.onView() : void acts.save())}
      >
        <Preview file={props.file} />
        <span class="file-words">
          <span class="file-name">{name()}</span>
          <span class="dim">{told()}</span>
          <Show when={props.file.note}>{(note) => <span class="file-note">{note()}</span>}</Show>
        </span>
      </button>
      <SendingState file={props.file} names={props.names} />
      <FileMenu file={props.file} readOnly={props.readOnly} onSave={() => void acts.save()} onRemove={acts.remove} />
    </li>
  )
}

function useFileActs(file: () => ShownFile) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const save = () =>
    acts.attempt(async () => {
      const { id, name } = file()
      // Without a type of its own a browser keeps it and shows it nowhere.
      const bytes = await data.openFile(id, 'file')
      download(new Blob([bytes], { type: 'application/octet-stream' }), name ?? 'file')
    })
  const remove = () => {
    const { id, name } = file()
    void acts.run('removeRecord', { collection: 'files', id }, t('files.removed', { name: name ?? '' }))
  }
  return { save, remove }
}

interface FileMenuProps {
  readonly file: ShownFile
  readonly readOnly: boolean
  readonly onSave: () => void
  readonly onRemove: () => void
}

function FileMenu(props: FileMenuProps) {
  const { t } = useWords()
  const [asked, ask] = createSignal<'name' | 'note' | null>(null)
  const label = () => t('files.acts', { name: props.file.name ?? '' })
  const changes = () => [
    { label: t('files.rename'), onSelect: () => ask('name') },
    { label: t('files.note'), onSelect: () => ask('note') },
    { label: t('files.remove'), destroys: true, onSelect: props.onRemove },
  ]
  return (
    <>
      <Menu
        label={label()}
        placement="bottom-end"
        items={[{ label: t('files.download'), onSelect: props.onSave }, ...(props.readOnly ? [] : changes())]}
        trigger={(attributes) => <IconButton {...attributes} icon={Ellipsis} label={label()} />}
      />
      <Show when={asked() === 'name'}>
        <RenameDialog file={props.file} onClose={() => ask(null)} />
      </Show>
      <Show when={asked() === 'note'}>
        <NoteDialog file={props.file} onClose={() => ask(null)} />
      </Show>
    </>
  )
}

/** What it looks like, as soon as that is here; else a sign. */
function Preview(props: { readonly file: ShownFile }) {
  const data = useData()
  const [address] = createResource(
    () => props.file.preview && props.file.id,
    async (id) => {
      // A preview that is not here yet leaves the sign: the file itself says what it waits for.
      const bytes = await data.openFile(id, 'preview').catch((error: unknown) => {
        if (!(error instanceof Failure)) reportError(error)
        return null
      })
      return bytes && URL.createObjectURL(new Blob([bytes], { type: 'image/webp' }))
    },
  )
  onCleanup(() => {
    const made = address.latest
    if (made) URL.revokeObjectURL(made)
  })
  return (
    <span class="file-preview" aria-hidden="true">
      <Show when={address()} fallback={<IconOf icon={FileText} />}>
        {(src) => <img src={src()} alt="" />}
      </Show>
    </span>
  )
}
