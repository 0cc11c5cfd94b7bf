import { Extension, type Extensions, Node } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { LEVELS, type TextForm } from './form.ts'
import { GoodsNode } from './goods.ts'
import { isLink } from './link.ts'

/** What a text may have in it; all else that is pasted loses its looks and stays as text. */
export function extensionsFor(form: TextForm): Extensions {
  return [documentOf(form), kitOf(form === 'rich'), ...(form === 'rich' ? [GoodsNode] : []), ownKeys(form)]
}

function documentOf(form: TextForm) {
  const content = { rich: 'block+', lines: 'paragraph+', line: 'paragraph' }[form]
  return Node.create({ name: 'doc', topNode: true, content })
}

/** Ctrl+Enter saves, and makes no new line; in one line no Enter does. The last extension hears keys first. */
function ownKeys(form: TextForm) {
  const keys = form === 'line' ? ['Enter', 'Shift-Enter', 'Mod-Enter'] : ['Mod-Enter']
  return Extension.create({
    name: 'ownKeys',
    addKeyboardShortcuts: () => Object.fromEntries(keys.map((key) => [key, () => true])),
  })
}

function kitOf(isRich: boolean) {
  const looks = isRich ? {} : (false as const)
  return StarterKit.configure({
    document: false,
    blockquote: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    dropcursor: false,
    gapcursor: false,
    trailingNode: false,
    bold: looks,
    italic: looks,
    underline: looks,
    strike: looks,
    bulletList: looks,
    orderedList: looks,
    listItem: looks,
    listKeymap: looks,
    hardBreak: looks,
    heading: isRich && { levels: [...LEVELS] },
    link: isRich && {
      openOnClick: false,
      defaultProtocol: 'https',
      isAllowedUri: isLink,
      HTMLAttributes: { target: null, rel: null, class: null },
    },
  })
}
