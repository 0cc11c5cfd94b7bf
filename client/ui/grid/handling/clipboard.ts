import { onCleanup } from 'solid-js'
import { copied } from '../../inputs/typed/copied.ts'
import { useWords } from '../../words/words.tsx'
import { pastedInto } from '../clipboard/paste.ts'
import { MOST_CELLS, writeTableHtml, writeTableText } from '../clipboard/table-text.ts'
import type { GridState } from '../create-grid.ts'
import { sizeOf } from '../selection/selection.ts'

/** Copies, cuts and pastes while the grid has the focus, by the browser's own keys and menus; and, for buttons, when it is asked to. */
export function createGridClipboard(grid: GridState) {
  const paste = createPaste(grid)
  const isHere = () => document.activeElement === grid.table() && getSelection()?.isCollapsed !== false
  const copy = ({ clipboardData }: ClipboardEvent) => {
    const rows = textsOf(grid)
    clipboardData?.setData('text/plain', writeTableText(rows))
    clipboardData?.setData('text/html', writeTableHtml(rows))
  }
  const acts = {
    copy,
    cut(event: ClipboardEvent) {
      copy(event)
      grid.clear()
    },
    paste: ({ clipboardData }: ClipboardEvent) => paste(clipboardData?.getData('text/plain') ?? ''),
  }
  for (const [name, act] of Object.entries(acts)) {
    const hear = (event: Event) => {
      if (!isHere()) return
      event.preventDefault()
      act(event as ClipboardEvent)
    }
    document.addEventListener(name, hear)
    onCleanup(() => document.removeEventListener(name, hear))
  }
  return createAsked(grid, paste)
}

/** Copying and pasting without keys. Browsers may forbid a page to read the clipboard: that is said. */
function createAsked(grid: GridState, paste: (text: string) => void) {
  const { t } = useWords()
  const attempt = async (act: () => Promise<void>, refused: string) => {
    try {
      await act()
    } catch (error) {
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error
      grid.setNotice({ text: refused })
    }
  }
  return {
    copy: () =>
      attempt(async () => {
        const text = writeTableText(textsOf(grid))
        const { rows, columns } = sizeOf(grid.range())
        if (await copied(text)) grid.setNotice({ text: t('grid.copied', { n: rows * columns }) })
        else grid.setNotice({ text: t('grid.notCopied') })
      }, t('grid.notCopied')),
    paste: () => attempt(async () => paste(await navigator.clipboard.readText()), t('grid.notPasted')),
  }
}

/** The numbers of the range as other programs read them. */
function textsOf({ range, props, formats }: GridState): string[][] {
  const { top, bottom, left, right } = range()
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, column) =>
      formats.bare(props.sheet.peek(top + row, left + column), left + column),
    ),
  )
}

/** Puts a text into the grid as one act, and says what of it stayed out. */
function createPaste(grid: GridState): (text: string) => void {
  const { t, language } = useWords()
  return (text) => {
    if (grid.props.isReadOnly || grid.size().rows === 0) return
    const pasted = pastedInto(grid.selection(), text, {
      ...grid.size(),
      scaleOf: (column) => grid.formats.measureAt(column).scale,
      language: language(),
      most: grid.props.most,
    })
    if (pasted === 'too-many') {
      grid.setNotice({ text: t('grid.tooMany', { n: MOST_CELLS }) })
      return
    }
    grid.write(pasted.writes)
    grid.selectOver(pasted.over)
    if (pasted.refused.length + pasted.beyond + pasted.rounded > 0) grid.setNotice({ pasted })
  }
}
