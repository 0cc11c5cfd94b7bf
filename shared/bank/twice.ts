/** A payment of a bank that stands in an order. */
export interface EnteredPayment {
  readonly payment: string
  /** The order's number. */
  readonly number: string
  /** The replica that entered it. */
  readonly device: string | null
}

/** A payment that several devices have entered apart, each on another order: it counts on all of them. */
export interface Twice {
  readonly payment: string
  /** The orders, by number. */
  readonly numbers: readonly string[]
}

/**
 * Payments that devices which did not hear of one another have entered on several orders (SPEC Y10). What one device has put on
 * several orders is one payment in parts.
 */
export function enteredTwice(all: readonly EnteredPayment[]): Twice[] {
  return [...Map.groupBy(all, ({ payment }) => payment)].flatMap(([payment, some]) => {
    const numbers = [...new Set(some.map(({ number }) => number))].sort()
    const devices = new Set(some.map(({ device }) => device))
    return numbers.length > 1 && devices.size > 1 ? [{ payment, numbers }] : []
  })
}
