import FileDown from 'lucide-solid/icons/file-down'
import Paperclip from 'lucide-solid/icons/paperclip'
import Printer from 'lucide-solid/icons/printer'
import Send from 'lucide-solid/icons/send'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { type PaperKind, paperOf } from '../../../shared/print/trade/kinds.ts'
import { useData } from '../../data/page/solid.tsx'
import { makePdf } from '../../print/making/make-pdf.ts'
import { Button, IconButton } from '../../ui/actions/button.tsx'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { Menu } from '../../ui/overlays/panes/menu.tsx'
import { Banner } from '../../ui/signs/banner.tsx'
import { Skeleton } from '../../ui/signs/waiting.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useActs } from '../acts/use-acts.ts'
import { look } from '../files/adding/preview.ts'
import { download } from '../list/sheet/download.ts'
import type { MessageStart } from '../messages/writing/begun/start.ts'
import { createSendMade } from '../messages/writing/send-made.tsx'
import { useMayWrite } from '../rights.ts'
import { choiceLabel } from '../words/labels.ts'
import { PaperView } from './paper-view.tsx'
import { createDealRecords, type PrintedDocument } from './use-deal.ts'
import { createMaking } from './use-making.ts'

export interface PapersProps {
  /** The papers that there are of it, the likeliest first. */
  readonly kinds: readonly PaperKind[]
  readonly printed: PrintedDocument
  /** Among whose files a paper can be kept, `<collection>/<id>`. */
  readonly about: string
  /** Whom it is sent to. */
  readonly start: MessageStart
}

/** «Печать»: which paper, then how it will look, to be printed or kept as PDF. */
export function PapersButton(props: PapersProps) {
  const { t } = useWords()
  const [chosen, choose] = createSignal<PaperKind | null>(null)
  const only = () => (props.kinds.length === 1 ? props.kinds[0] : undefined)
  return (
    <>
      <Show
        when={only()}
        fallback={
          <Menu
            label={t('papers.print')}
            placement="bottom-end"
            items={props.kinds.map((kind) => ({ label: t(`papers.kinds.${kind}`), onSelect: () => choose(kind) }))}
            trigger={(attributes) => <IconButton {...attributes} icon={Printer} label={t('papers.print')} />}
          />
        }
      >
        {(kind) => <IconButton icon={Printer} label={t('papers.print')} onClick={() => choose(kind())} />}
      </Show>
      <Show when={chosen()}>{(kind) => <PaperDialog {...props} kind={kind()} onClose={() => choose(null)} />}</Show>
    </>
  )
}

interface PaperDialogProps extends Pick<PapersProps, 'printed' | 'about' | 'start'> {
  readonly kind: PaperKind
  readonly onClose: () => void
}

/** A paper before it is printed. */
function PaperDialog(props: PaperDialogProps) {
  const { t } = useWords()
  const acts = useActs()
  const data = useData()
  const mayKeep = useMayWrite('files')
  const sending = createSendMade()
  const [isMaking, setMaking] = createSignal(false)
  const records = createDealRecords(() => props.printed)
  const made = createMaking(() => records()?.organisation)
  const paper = createMemo(() => {
    const [of, by] = [records(), made()]
    return of && by && paperOf(props.kind, props.printed.document, of, by.making)
  })
  const withPdf = async (use: (pdf: Blob, name: string) => Promise<void> | void) => {
    const present = paper()
    if (!present) return
    setMaking(true)
    await acts.attempt(async () => use(await makePdf(present), `${present.title.replace(/\.$/, '')}.pdf`))
    setMaking(false)
  }
  const keep = async (bytes: Blob, name: string) => {
    const seen = await look(bytes)
    const { act } = await data.addFile({ about: props.about, name, bytes, paper: props.kind, ...seen })
    acts.said(t('files.kept', { name }), act)
  }
  const send = (bytes: Blob, name: string) => sending.send({ name, bytes, paper: props.kind }, props.start)
  return (
    <Dialog
      open
      toRead
      size="wide"
      title={paper()?.title ?? t(`papers.kinds.${props.kind}`)}
      onClose={props.onClose}
      footer={
        <>
          <Button icon={FileDown} busy={isMaking()} disabled={!paper()} onClick={() => void withPdf(download)}>
            {t('papers.pdf')}
          </Button>
          <Show when={mayKeep}>
            <Button icon={Paperclip} busy={isMaking()} disabled={!paper()} onClick={() => void withPdf(keep)}>
              {t('files.keep')}
            </Button>
          </Show>
          <Show when={sending.isAllowed()}>
            <Button icon={Send} busy={isMaking()} disabled={!paper()} onClick={() => void withPdf(send)}>
              {t('messages.write.send')}
            </Button>
          </Show>
          <Button look="primary" icon={Printer} disabled={!paper()} onClick={() => window.print()}>
            {t('papers.print')}
          </Button>
        </>
      }
    >
      <Show when={made()?.broken.length}>
        <Banner look="warn">
          <For each={made()?.broken}>
            {(use) => <p>{t('papers.broken', { picture: t(choiceLabel('organisations', 'use', use)) })}</p>}
          </For>
        </Banner>
      </Show>
      <Show when={records() && records()?.organisation === null}>
        <Banner look="warn">{t('papers.noOrganisation')}</Banner>
      </Show>
      <Show when={paper()} fallback={<Skeleton lines={8} />}>
        {(present) => <PaperView paper={present()} />}
      </Show>
      <sending.Place />
    </Dialog>
  )
}
