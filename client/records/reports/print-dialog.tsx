import Printer from 'lucide-solid/icons/printer'
import { Show } from 'solid-js'
import type { Paper } from '../../../shared/print/paper.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { Banner } from '../../ui/signs/banner.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { PaperView } from '../papers/paper-view.tsx'

/** Rows that a browser lays out as pages in a moment; more of them go through PDF, which is made beside the page. */
const MOST_ROWS = 2_000

/** A report as it will look on paper, to be printed. */
export function PrintDialog(props: { readonly paper: Paper; readonly onClose: () => void }) {
  const { t } = useWords()
  const rows = () => props.paper.blocks.reduce((sum, block) => sum + (block.is === 'table' ? block.rows.length : 0), 0)
  const fits = () => rows() <= MOST_ROWS
  return (
    <Dialog
      open
      toRead
      size="wide"
      title={props.paper.title}
      onClose={props.onClose}
      footer={
        <Button look="primary" icon={Printer} disabled={!fits()} onClick={() => window.print()}>
          {t('papers.print')}
        </Button>
      }
    >
      <Show when={fits()} fallback={<Banner look="warn">{t('reports.tooLong', { n: rows() })}</Banner>}>
        <PaperView paper={props.paper} />
      </Show>
    </Dialog>
  )
}
