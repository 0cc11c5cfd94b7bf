import type { Answer, Query } from '../query.ts'

/** Records that the frame around every screen shows. */
const FRAME: ReadonlySet<string> = new Set(['company', 'people', 'settings'])
/** Longer answers take longer to read than they save. */
const MOST_ROWS = 300

/**
 * Whether an answer is worth remembering for the next start: lists as they begin, small collections, and what the frame
 * shows. Never a record that is edited, and never what says how the device stands.
 */
export function mayRemember(query: Query, answer: Answer): boolean {
  if (query.what === 'list') return isFirstOfList(query) && hasFew(answer)
  if (query.what === 'all') return hasFew(answer)
  return query.what === 'record' && FRAME.has(query.collection)
}

/** Whether a query means other days tomorrow. */
export function isForOneDay(query: Query): boolean {
  return query.what === 'list' && JSON.stringify(query.filter).includes('"during"')
}

function isFirstOfList(query: Query & { readonly what: 'list' }): boolean {
  return query.from === 0 && query.search === '' && !query.ids && !query.behind && !query.found
}

function hasFew(answer: Answer): boolean {
  return (answer.what === 'list' || answer.what === 'all') && answer.rows.length <= MOST_ROWS
}
