/** Something that is not as it must be, and where. */
export interface Problem {
  readonly what: 'damaged' | 'reference' | 'lost' | 'untrailed' | 'noBytes' | 'otherBytes'
  readonly document: string
  readonly collection?: string
  readonly record?: string
  /** The path of a field; empty for the record as created. */
  readonly field?: string
}
