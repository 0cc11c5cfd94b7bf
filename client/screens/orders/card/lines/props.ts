import type { Product, products } from '../../../../../shared/goods/collections.ts'
import type { Line } from '../../../../../shared/orders/collections.ts'
import type { Parted } from '../../../../../shared/records/reading/overwritten.ts'
import type { Choices } from '../../../../records/card/reference-field.tsx'
import type { LineFields, OrderEditor } from '../../editor/editor.ts'

/** What the table of lines is given. */
export interface LinesProps {
  readonly editor: OrderEditor
  readonly lines: readonly Line[]
  readonly currency: string
  readonly readOnly: boolean
  readonly apart: readonly Parted[]
}

/** What a line is given. */
export interface LineRowProps extends LinesProps {
  readonly line: Line
  /** From 0. */
  readonly position: number
  readonly goods: Choices<typeof products>
  readonly productOf: (id: string) => Product | null
  /** `YYYY-MM-DD` in the company's zone. */
  readonly today: () => string
  /** By which prices are taken. */
  readonly priceType: () => string | null
}

/** A line with what can be written of it. */
export interface CellProps extends LineRowProps {
  readonly onSet: (fields: LineFields) => unknown
}

/** The path of a line's field. */
export function placeOf({ editor, line }: LineRowProps, field: string) {
  return { collection: 'orders', id: editor.id, path: `lines/${line.id}/${field}` } as const
}
