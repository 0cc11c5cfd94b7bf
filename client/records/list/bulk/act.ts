import type { JSX } from 'solid-js'
import type { Change } from '../../../../shared/lists/change-records.ts'
import type { Icon } from '../../../ui/actions/button.tsx'

/** Something that can be done to all records that are chosen. */
export interface BulkAct {
  readonly label: string
  readonly icon: Icon
  readonly destroys?: boolean | undefined
  /** What is done, where nothing is left to choose. */
  readonly change?: Change | undefined
  /** Chooses what is done. */
  readonly editor?: ((props: ChangeEditorProps) => JSX.Element) | undefined
}

/** What the choice of a change is given. */
export interface ChangeEditorProps {
  /** Null while it is not chosen. */
  readonly onChange: (change: Change | null) => void
}

/** The field whose present values a change replaces. */
export function fieldOf(change: Change): string | null {
  if (change.what === 'field') return change.field
  return change.what === 'move' ? 'state' : null
}
