import type { JSONContent } from '@tiptap/core'
import type { FieldProps } from '../inputs/field/field.tsx'
import type { OnCommit } from '../inputs/field/held.ts'

/** A text as the editor holds it: a node with what stands in it. */
export type Doc = JSONContent

/** `rich`: with looks, links, headings, lists; `lines`: plain lines; `line`: one plain line. */
export type TextForm = 'rich' | 'lines' | 'line'

/** What may stand in a text in the place of a value: a chip. */
export interface Parameter {
  readonly name: string
  readonly label: string
  /** What it stands for, in the search. */
  readonly about?: string | undefined
}

/** Headings of a text. */
export const LEVELS = [1, 2, 3] as const

export interface RichTextProps extends FieldProps {
  readonly value: Doc
  readonly onCommit: OnCommit<Doc>
  /** What stands there at each key, not saved yet. */
  readonly onWrite?: ((doc: Doc) => void) | undefined
  /** `rich` without it. */
  readonly form?: TextForm
  /** What may stand in it in the place of values. */
  readonly parameters?: readonly Parameter[] | undefined
  /** Who opens it writes here first. */
  readonly autofocus?: boolean | undefined
}
