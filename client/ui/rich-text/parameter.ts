import { InputRule, mergeAttributes, Node, PasteRule } from '@tiptap/core'

interface ParameterOptions {
  /** What the chip says; undefined: there is no such parameter. */
  readonly labelOf: (name: string) => string | undefined
  /** The parameter that is called so. */
  readonly nameOf: (label: string) => string | undefined
  /** Calls back at once, and whenever labels have changed; returns its undo. */
  readonly watch: (look: () => void) => () => void
}

/** `[Номер]`, typed or pasted. */
const TYPED = /\[([^[\]\n]+)\]$/
const PASTED = /\[([^[\]\n]+)\]/g

/** A value's place in a text: a chip that is taken away as one. `[Номер]` that is typed becomes one. */
export const ParameterNode = Node.create<ParameterOptions>({
  name: 'parameter',
  group: 'inline',
  inline: true,
  atom: true,
  draggable: true,

  addOptions: () => ({ labelOf: () => undefined, nameOf: () => undefined, watch: () => () => {} }),

  addAttributes: () => ({
    name: {
      default: '',
      parseHTML: (element: HTMLElement) => element.getAttribute('data-parameter'),
      renderHTML: ({ name }: { name?: string }) => ({ 'data-parameter': name }),
    },
  }),

  parseHTML: () => [{ tag: 'span[data-parameter]' }],

  renderHTML({ node, HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes), `[${textOf(this.options, node.attrs.name)}]`]
  },

  renderText({ node }) {
    return `[${textOf(this.options, node.attrs.name)}]`
  },

  addNodeView() {
    return ({ node }) => {
      const name: string = node.attrs.name
      const dom = document.createElement('span')
      dom.className = 'parameter'
      dom.dataset.parameter = name
      const destroy = this.options.watch(() => {
        const label = this.options.labelOf(name)
        dom.classList.toggle('unknown', label === undefined)
        dom.textContent = label ?? name
      })
      return { dom, destroy }
    }
  },

  addInputRules() {
    return [
      new InputRule({
        find: TYPED,
        handler: ({ state, range, match }) => {
          const name = this.options.nameOf(match[1] ?? '')
          if (name !== undefined) state.tr.replaceWith(range.from, range.to, this.type.create({ name }))
        },
      }),
    ]
  },

  addPasteRules() {
    return [
      new PasteRule({
        find: PASTED,
        handler: ({ state, range, match }) => {
          const name = this.options.nameOf(match[1] ?? '')
          if (name !== undefined) state.tr.replaceWith(range.from, range.to, this.type.create({ name }))
        },
      }),
    ]
  },
})

function textOf({ labelOf }: ParameterOptions, name: string): string {
  return labelOf(name) ?? name
}
