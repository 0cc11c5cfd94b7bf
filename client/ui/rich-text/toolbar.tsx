import type { Editor } from '@tiptap/core'
import Braces from 'lucide-solid/icons/braces'
import { type Accessor, For, Show } from 'solid-js'
import { Button, IconButton } from '../actions/button.tsx'
import { useWords } from '../words/words.tsx'
import type { Parameter, TextForm } from './form.ts'
import { LinkTool } from './link-tool.tsx'
import { createParameterFinder } from './parameter-finder.tsx'
import { TOOLS } from './tools.ts'

interface ToolbarProps {
  /** Told anew with every change of the text or of what is chosen in it. */
  readonly editor: Accessor<Editor>
  readonly form: TextForm
  readonly parameters: readonly Parameter[]
  /** The id of what it is for. */
  readonly controls: string
}

/** What can be done with the text: one stop of Tab, walked with arrows. */
export function Toolbar(props: ToolbarProps) {
  const { t } = useWords()
  const finder = createParameterFinder(
    () => props.parameters,
    (name) => props.editor().chain().focus().insertContent({ type: 'parameter', attrs: { name } }).run(),
  )
  return (
    <div ref={walk} class="rich-tools" role="toolbar" aria-label={t('richText.toolbar')} aria-controls={props.controls}>
      <Show when={props.form === 'rich'}>
        <For each={TOOLS}>
          {(tool) => (
            <IconButton
              icon={tool.icon}
              label={t(`richText.tools.${tool.id}`)}
              title={`${t(`richText.tools.${tool.id}`)} (${tool.keys})`}
              on={tool.isOn(props.editor())}
              onClick={() => tool.run(props.editor())}
            />
          )}
        </For>
        <LinkTool editor={props.editor} />
      </Show>
      <Show when={props.parameters.length > 0}>
        <Button size="small" look="ghost" icon={Braces} onClick={finder.open}>
          {t('richText.parameter')}
        </Button>
      </Show>
      {finder.place()}
    </div>
  )
}

const KEYS: { readonly [key: string]: (at: number, count: number) => number } = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** Arrows, Home and End go from button to button; Tab stops at the one that was used last. */
function walk(bar: HTMLElement): void {
  // The text keeps the focus, and what is chosen in it.
  bar.addEventListener('mousedown', (event) => event.preventDefault())
  const buttons = () => [...bar.querySelectorAll<HTMLElement>(':scope > button')]
  const stopAt = (one: Element | undefined) => {
    for (const button of buttons()) button.tabIndex = button === one ? 0 : -1
  }
  // A button with a pane comes a moment later, while the page begins.
  new MutationObserver(() => stopAt(buttons().find(({ tabIndex }) => tabIndex === 0))).observe(bar, { childList: true })
  queueMicrotask(() => stopAt(buttons()[0]))
  bar.addEventListener(
    'focusin',
    ({ target }) => target instanceof Element && buttons().includes(target as HTMLElement) && stopAt(target),
  )
  bar.addEventListener('keydown', (event) => {
    const go = KEYS[event.key]
    const all = buttons()
    const at = all.indexOf(event.target as HTMLElement)
    if (!go || at < 0) return
    event.preventDefault()
    all[go(at, all.length)]?.focus()
  })
}
