import { COMPARISONS, type Filter, type FilterNode, type FilterValue, isGroup, JOINS } from './filter.ts'

/** Deeper, or with more nodes, nobody writes a filter: what an address brings is not read further. */
const DEEPEST = 12
const MOST = 500

/** Marks a node that is off. */
const OFF = '-'

type Written = FilterValue | readonly Written[]

/**
 * A filter as addresses and kept views hold it: JSON in which a row is `[field, comparison, …values]`, a group
 * `[join, …nodes]`, and what is off `["-", node]`.
 */
export function writeFilter(filter: Filter): string {
  return JSON.stringify(filter.map(writeNode))
}

/** Reads what `writeFilter` wrote; null where the text is something else. Fields are not looked at (problems.ts). */
export function readFilter(text: string): Filter | null {
  try {
    const written: unknown = JSON.parse(text)
    return Array.isArray(written) ? readNodes(written, { left: MOST }, 0) : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function writeNode(node: FilterNode): Written {
  const written = isGroup(node) ? [node.join, ...node.of.map(writeNode)] : [node.field, node.is, ...node.values]
  return node.off ? [OFF, written] : written
}

/** How many nodes may still be read. */
interface Budget {
  left: number
}

function readNodes(written: readonly unknown[], budget: Budget, depth: number): FilterNode[] | null {
  const nodes = written.map((one) => readNode(one, budget, depth))
  return nodes.every((node) => node !== null) ? nodes : null
}

function readNode(written: unknown, budget: Budget, depth: number): FilterNode | null {
  if (!Array.isArray(written) || depth > DEEPEST || budget.left-- <= 0) return null
  const [first, ...rest] = written as readonly unknown[]
  if (first === OFF) return readOff(rest, budget, depth)
  const join = JOINS.find((one) => one === first)
  if (join && typeof rest[0] !== 'string') {
    const of = readNodes(rest, budget, depth + 1)
    return of && { join, of }
  }
  const is = COMPARISONS.find((one) => one === rest[0])
  const values = rest.slice(1)
  return is && typeof first === 'string' && values.every(isValue) ? { field: first, is, values } : null
}

function readOff([written]: readonly unknown[], budget: Budget, depth: number): FilterNode | null {
  const node = readNode(written, budget, depth)
  return node && { ...node, off: true }
}

function isValue(value: unknown): value is FilterValue {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}
