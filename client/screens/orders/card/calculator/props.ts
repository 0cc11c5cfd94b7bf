import type { EditedOrder, OrderEditor } from '../../editor/editor.ts'

/** What the calculator is given. */
export interface CalculatorProps {
  readonly editor: OrderEditor
  readonly order: EditedOrder
  /** ISO 4217. */
  readonly currency: string
  readonly readOnly: boolean
}
