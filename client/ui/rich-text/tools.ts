import type { Editor } from '@tiptap/core'
import Bold from 'lucide-solid/icons/bold'
import Heading1 from 'lucide-solid/icons/heading-1'
import Heading2 from 'lucide-solid/icons/heading-2'
import Italic from 'lucide-solid/icons/italic'
import List from 'lucide-solid/icons/list'
import ListOrdered from 'lucide-solid/icons/list-ordered'
import Strikethrough from 'lucide-solid/icons/strikethrough'
import Underline from 'lucide-solid/icons/underline'
import type { Words } from '../../../shared/locales/index.ts'
import type { Icon } from '../actions/button.tsx'

/** A button over a text: what it turns on, and off again. */
export interface Tool {
  readonly id: keyof Words['richText']['tools']
  readonly icon: Icon
  /** Its keys, as they are shown. */
  readonly keys: string
  readonly isOn: (editor: Editor) => boolean
  readonly run: (editor: Editor) => void
}

export const TOOLS: readonly Tool[] = [
  mark('bold', Bold, 'Ctrl+B'),
  mark('italic', Italic, 'Ctrl+I'),
  mark('underline', Underline, 'Ctrl+U'),
  mark('strike', Strikethrough, 'Ctrl+Shift+S'),
  heading('heading', 1, Heading1),
  heading('subheading', 2, Heading2),
  {
    id: 'bullets',
    icon: List,
    keys: 'Ctrl+Shift+8',
    isOn: (editor) => editor.isActive('bulletList'),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    id: 'numbers',
    icon: ListOrdered,
    keys: 'Ctrl+Shift+7',
    isOn: (editor) => editor.isActive('orderedList'),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
]

function mark(id: 'bold' | 'italic' | 'underline' | 'strike', icon: Icon, keys: string): Tool {
  return {
    id,
    icon,
    keys,
    isOn: (editor) => editor.isActive(id),
    run: (editor) => editor.chain().focus().toggleMark(id).run(),
  }
}

function heading(id: 'heading' | 'subheading', level: 1 | 2, icon: Icon): Tool {
  return {
    id,
    icon,
    keys: `Ctrl+Alt+${level}`,
    isOn: (editor) => editor.isActive('heading', { level }),
    run: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
  }
}
