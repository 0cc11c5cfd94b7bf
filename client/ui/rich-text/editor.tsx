import type { Editor } from '@tiptap/core'
import { Show } from 'solid-js'
import { createRichEditor, isFixed, type RichEditorProps } from './create-editor.ts'
import { Toolbar } from './toolbar.tsx'

/** The text itself with its tools. It is loaded by itself: nothing that begins a page needs it. */
export function RichEditor(props: RichEditorProps) {
  let whole: HTMLDivElement | undefined
  let place: HTMLDivElement | undefined
  const { editor, leave, restore } = createRichEditor(props, () => place as HTMLDivElement)
  const isLine = () => props.form === 'line'
  const hasTools = () => !isFixed(props) && ((props.form ?? 'rich') === 'rich' || (props.parameters ?? []).length > 0)
  const keyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || isLine())) leave()
    if (event.key !== 'Escape' || !restore()) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={whole}
      class={`rich-box text-${props.form ?? 'rich'}`}
      onFocusOut={({ relatedTarget }) => whole?.contains(relatedTarget as Node | null) || leave()}
    >
      <Show when={hasTools() && editor() !== undefined}>
        <Toolbar
          editor={() => editor() as Editor}
          form={props.form ?? 'rich'}
          parameters={props.parameters ?? []}
          controls={props.id}
        />
      </Show>
      <div
        ref={(element) => {
          place = element
          element.addEventListener('keydown', keyDown)
        }}
        class="rich-place"
      />
    </div>
  )
}
