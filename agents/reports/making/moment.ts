/** The moment that a report is made for, ms, and the company's zone. */
export interface Moment {
  readonly now: number
  readonly zone: string
}
