import type { Collection } from '../../records/declarations/collection.ts'
import { customValuesOf } from '../../records/declarations/custom.ts'
import { type Customer, customers } from '../collections.ts'

/**
 * A customer with what others that were merged into it have (SPEC B4): a field that it has not filled is the first of theirs
 * that is, those that the company added among them, and lists are theirs behind its own.
 */
export function joined(main: Customer, merged: readonly Customer[]): Customer {
  const { fields, lists }: Collection = customers
  const added = [main, ...merged].flatMap((one) => Object.keys(customValuesOf(one)))
  const filled = [...new Set([...Object.keys(fields), ...added])].map((field) => [
    field,
    firstFilled(field, [main, ...merged]),
  ])
  const all = Object.keys(lists).map((list) => [list, [main, ...merged].flatMap((one) => entriesOf(one, list))])
  return { ...main, ...Object.fromEntries(filled), ...Object.fromEntries(all), mergedInto: main.mergedInto }
}

function firstFilled(field: string, all: readonly Customer[]): unknown {
  const values = all.map((one) => Object.entries(one).find(([name]) => name === field)?.[1])
  return values.find((value) => !isEmpty(value)) ?? values[0]
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

function entriesOf(customer: Customer, list: string): readonly unknown[] {
  const entries = Object.entries(customer).find(([name]) => name === list)?.[1]
  return Array.isArray(entries) ? entries : []
}
