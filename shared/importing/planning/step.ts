import type { addStates } from '../../orders/kinds/commands.ts'
import type { NewEntry, RecordOf, RecordValues } from '../../plain-commands.ts'

/** One thing that an import does: a command, and what it is given. */
export type ImportStep =
  | { readonly command: 'createRecord' | 'setRecord'; readonly args: RecordValues }
  | { readonly command: 'addEntry'; readonly args: NewEntry }
  | { readonly command: 'restoreRecord'; readonly args: RecordOf }
  | { readonly command: 'addStates'; readonly args: Parameters<typeof addStates>[1] }
