import type { Editor } from '@tiptap/core'
import LinkIcon from 'lucide-solid/icons/link'
import { type Accessor, createSignal, Show } from 'solid-js'
import { Button, IconButton } from '../actions/button.tsx'
import { TextField } from '../inputs/typed/text-field.tsx'
import { Popover } from '../overlays/panes/popover.tsx'
import { useWords } from '../words/words.tsx'
import { linkOf } from './link.ts'

/** Makes a link of what is chosen in the text, leads the one under the cursor elsewhere, or takes it away. */
export function LinkTool(props: { readonly editor: Accessor<Editor> }) {
  const { t } = useWords()
  const isOn = () => props.editor().isActive('link')
  return (
    <Popover
      label={t('richText.link.title')}
      finalFocus={() => props.editor().view.dom}
      trigger={(attributes) => (
        <IconButton {...attributes} icon={LinkIcon} label={t('richText.link.title')} on={isOn()} />
      )}
    >
      {(close) => <LinkForm editor={props.editor()} close={close} />}
    </Popover>
  )
}

function LinkForm(props: { readonly editor: Editor; readonly close: () => void }) {
  const { t } = useWords()
  const before: string | null = props.editor.getAttributes('link').href ?? null
  const [address, setAddress] = createSignal(before)
  const done = (act: () => void) => {
    props.close()
    act()
  }
  const put = (href: string) => {
    const { editor } = props
    const isOfNothing = editor.state.selection.empty && !editor.isActive('link')
    const chain = editor.chain().focus().extendMarkRange('link')
    if (isOfNothing) chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run()
    else chain.setLink({ href }).run()
  }
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const href = linkOf(address() ?? '')
    if (href !== undefined) done(() => put(href))
  }
  return (
    <form class="rich-link" onSubmit={send}>
      <TextField
        label={t('richText.link.address')}
        value={address()}
        onCommit={setAddress}
        check={(text) => (linkOf(text) === undefined ? t('richText.link.wrong') : undefined)}
        placeholder="https://"
        autofocus
      />
      <div class="rich-link-acts">
        <Button type="submit" look="primary" size="small">
          {t('richText.link.put')}
        </Button>
        <Show when={before !== null}>
          <Button
            size="small"
            onClick={() => done(() => props.editor.chain().focus().extendMarkRange('link').unsetLink().run())}
          >
            {t('richText.link.remove')}
          </Button>
        </Show>
      </div>
    </form>
  )
}
