import { Editor } from '@tiptap/core'
import { type Accessor, createEffect, createRoot, createSignal, on, onCleanup, onMount } from 'solid-js'
import { focusOnce } from '../focus/focus-once.ts'
import { fieldAttributes } from '../inputs/field/field.tsx'
import { createHeld } from '../inputs/field/held.ts'
import { extensionsFor } from './extensions.ts'
import type { Doc, RichTextProps } from './form.ts'
import { ParameterNode } from './parameter.ts'

export interface RichEditorProps extends RichTextProps {
  readonly id: string
  readonly onWrong: (sentence: string | undefined) => void
}

export interface WrittenText {
  /** Told anew with every change of the text or of what is chosen in it; undefined until it stands on the page. */
  readonly editor: Accessor<Editor | undefined>
  /** Saves what was written. */
  readonly leave: () => void
  /** What stood there before stands there again; false: nothing had been written. */
  readonly restore: () => boolean
}

/** An editor in its place on the page, in the way of every field: it is saved when it is left, and a change from elsewhere disturbs nobody who writes. */
export function createRichEditor(props: RichEditorProps, place: () => HTMLElement): WrittenText {
  const held = createHeld<Doc>(
    () => props.value,
    (doc) => props.onCommit(doc),
  )
  const [editor, setEditor] = createSignal<Editor>()
  const [turn, touch] = createSignal(undefined, { equals: false })
  onMount(() => {
    const made = new Editor({
      element: place(),
      injectCSS: false,
      extensions: [...extensionsFor(props.form ?? 'rich'), parametersOf(props)],
      content: held.shown(),
      editable: !isFixed(props),
      editorProps: { attributes: () => attributesOf(props) },
      onTransaction: () => touch(undefined),
      onUpdate: ({ editor }) => props.onWrite?.(editor.getJSON()),
    })
    setEditor(made)
    if (props.autofocus) focusOnce(made.view.dom)
    onCleanup(() => made.destroy())
  })
  const changedFrom = (doc: Doc) => {
    const made = editor()
    // What had the focus is left once more as it goes.
    return made && !made.isDestroyed && !made.schema.nodeFromJSON(doc).eq(made.state.doc) ? made : undefined
  }
  const changed = () => changedFrom(held.shown())
  let shown = held.shown()
  /** Something else is to be shown: whoever has written meanwhile keeps what he wrote. */
  const follow = (now: Doc) => {
    if (!editor()?.isFocused || !changedFrom(shown)) restore()
    shown = now
  }
  const restore = () => changed()?.commands.setContent(held.shown(), { emitUpdate: true }) ?? false
  createEffect(on(held.shown, follow, { defer: true }))
  createEffect(() => editor()?.setEditable(!isFixed(props), false))
  createEffect(() => props.onWrong(held.failed()))
  const described = () => [props.error, props.doubt, props.hint]
  createEffect(on(described, () => editor()?.view.setProps({}), { defer: true }))
  return {
    editor: () => {
      turn()
      return editor()
    },
    leave: () => {
      const made = isFixed(props) ? undefined : changed()
      if (made) held.put(made.getJSON())
    },
    restore,
  }
}

export function isFixed(props: RichTextProps): boolean {
  return (props.readOnly || props.disabled) ?? false
}

function attributesOf(props: RichEditorProps): Record<string, string> {
  const { disabled, ...attributes } = fieldAttributes(props.id, props)
  const own = {
    ...attributes,
    role: 'textbox',
    class: 'rich-text',
    'aria-multiline': props.form !== 'line',
    'aria-labelledby': `${props.id}-label`,
    'aria-disabled': disabled || undefined,
    'aria-readonly': props.readOnly || undefined,
    // What can only be read is reached by keys, too: it may have to be scrolled.
    tabindex: isFixed(props) ? 0 : undefined,
  }
  const given = Object.entries(own).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]))
}

/** Chips follow the language, and the parameters that there are. */
function parametersOf(props: RichTextProps) {
  const named = (name: string) => props.parameters?.find((one) => one.name === name)
  const called = (label: string) =>
    props.parameters?.find((one) => one.label.toLowerCase() === label.trim().toLowerCase())
  return ParameterNode.configure({
    labelOf: (name) => named(name)?.label,
    nameOf: (label) => called(label)?.name,
    watch: (look) =>
      createRoot((dispose) => {
        createEffect(look)
        return dispose
      }),
  })
}
