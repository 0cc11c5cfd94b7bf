import ClipboardPaste from 'lucide-solid/icons/clipboard-paste'
import Copy from 'lucide-solid/icons/copy'
import Eraser from 'lucide-solid/icons/eraser'
import { Show } from 'solid-js'
import { Button } from '../actions/button.tsx'
import { useWords } from '../words/words.tsx'
import type { GridState } from './create-grid.ts'
import type { createGridClipboard } from './handling/clipboard.ts'

interface FingerBarProps {
  readonly grid: GridState
  readonly clipboard: ReturnType<typeof createGridClipboard>
}

/** What keys do elsewhere, for fingers. */
export function FingerBar(props: FingerBarProps) {
  const { t } = useWords()
  return (
    <div class="grid-fingers" role="toolbar" aria-label={t('grid.chosen')}>
      <Button look="ghost" icon={Copy} onClick={() => void props.clipboard.copy()}>
        {t('grid.copy')}
      </Button>
      <Show when={!props.grid.props.isReadOnly}>
        <Button look="ghost" icon={ClipboardPaste} onClick={() => void props.clipboard.paste()}>
          {t('grid.paste')}
        </Button>
        <Button look="ghost" icon={Eraser} onClick={() => props.grid.clear()}>
          {t('grid.clear')}
        </Button>
      </Show>
    </div>
  )
}
