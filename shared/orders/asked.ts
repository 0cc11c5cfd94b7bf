/**
 * What a state may ask of an order before that enters it, in the order of the order's form: fields of it that can be filled
 * in there, `posted`, `lines`, and `works`, which are lines of that section.
 */
export const ASKABLE = [
  'customer',
  'contact',
  'responsible',
  'shipment',
  'department',
  'organisation',
  'source',
  'project',
  'priceType',
  'note',
  'tags',
  'lines',
  'works',
  'posted',
] as const

/** Those that are not one value: no form of many records fills them in. */
export const NOT_FOR_MANY: readonly string[] = ['lines', 'works']
