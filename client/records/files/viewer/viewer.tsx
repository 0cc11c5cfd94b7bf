import Download from 'lucide-solid/icons/download'
import { createResource, createSignal, onCleanup, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { isPicture, PDF } from '../../../../shared/files/types.ts'
import { useData } from '../../../data/page/solid.tsx'
import type { ShownFile } from '../../../data/queries/files/query.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { Skeleton } from '../../../ui/signs/waiting.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { download } from '../../list/sheet/download.ts'

/** Whether a file is shown in the program; any other is downloaded. */
export function isShown({ type }: Pick<ShownFile, 'type'>): boolean {
  return isPicture(type) || type === PDF
}

/** A picture or a PDF, to be looked at. Its bytes are shown as what the bytes themselves say, and run nothing. */
export function Viewer(props: { readonly file: ShownFile; readonly onClose: () => void }) {
  const data = useData()
  return (
    <BytesViewer
      name={props.file.name ?? ''}
      type={props.file.type ?? ''}
      read={() => data.openFile(props.file.id, 'file')}
      onClose={() => props.onClose()}
    />
  )
}

interface BytesViewerProps {
  readonly name: string
  readonly type: string
  readonly read: () => Promise<Blob>
  readonly onClose: () => void
}

/** The same of any bytes. */
export function BytesViewer(props: BytesViewerProps) {
  const { t, sentence } = useWords()
  const [bytes] = createResource(() => props.read())
  const present = () => (bytes.state === 'ready' ? bytes() : undefined)
  return (
    <Dialog
      open
      toRead
      size="wide"
      title={props.name}
      onClose={props.onClose}
      footer={
        <Button icon={Download} disabled={!present()} onClick={() => download(present() as Blob, props.name || 'file')}>
          {t('files.download')}
        </Button>
      }
    >
      <div class="file-viewer">
        <Show when={bytes.error}>
          <Banner look="warn">{sentence(bytes.error)}</Banner>
        </Show>
        <Show when={present()} fallback={<Show when={!bytes.error}>{<Skeleton lines={8} />}</Show>}>
          {(blob) => (
            <Show when={isPicture(props.type)} fallback={<Pdf bytes={blob()} />}>
              <Picture bytes={blob()} type={props.type} name={props.name} />
            </Show>
          )}
        </Show>
      </div>
    </Dialog>
  )
}

/** What draws PDF is read apart: a device that never showed one has it with a network alone. */
function Pdf(props: { readonly bytes: Blob }) {
  const { t } = useWords()
  const [pages] = createResource(async () => (await import('./pdf-pages.tsx')).default)
  return (
    <Show when={!pages.error} fallback={<Banner look="warn">{t('files.noPdfYet')}</Banner>}>
      <Show when={pages()} fallback={<Skeleton lines={8} />}>
        {(drawn) => <Dynamic component={drawn()} bytes={props.bytes} />}
      </Show>
    </Show>
  )
}

function Picture(props: { readonly bytes: Blob; readonly type: string; readonly name: string }) {
  const { t } = useWords()
  const [isSpoiled, setSpoiled] = createSignal(false)
  const address = URL.createObjectURL(new Blob([props.bytes], { type: props.type }))
  onCleanup(() => URL.revokeObjectURL(address))
  return (
    <Show when={!isSpoiled()} fallback={<p>{t('files.noView')}</p>}>
      <img src={address} alt={props.name} onError={() => setSpoiled(true)} />
    </Show>
  )
}
