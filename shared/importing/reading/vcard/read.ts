import { type FileProblem, problemAt } from '../problem.ts'
import type { Contact } from './contact.ts'
import { ContactMaker } from './contact-maker.ts'
import { type CardLines, cardsIn } from './lines.ts'
import { readProperty } from './property.ts'

/** A card and the line on which it begins. */
export interface ReadCard {
  readonly line: number
  readonly contact: Contact
}

/** The cards of a file, and what was wrong in it. Every card is given, with all of it that could be read. */
export interface ReadCards {
  readonly cards: readonly ReadCard[]
  readonly problems: readonly FileProblem[]
}

/** Reads cards of version 2.1, 3.0 and 4.0 (RFC 2426, RFC 6350), mixed as they may be. */
export function readCards(text: string): ReadCards {
  const { cards, problems } = cardsIn(text)
  const read = cards.map(readCard)
  const empty = cards.length === 0 && problems.length === 0 ? [problemAt(null, 'file-empty')] : []
  const all = [...empty, ...problems, ...read.flatMap((one) => one.problems)]
  return {
    cards: read.map(({ line, contact }) => ({ line, contact })),
    problems: all.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  }
}

function readCard({ line, version, lines }: CardLines): ReadCard & { readonly problems: readonly FileProblem[] } {
  const maker = new ContactMaker(version)
  const problems: FileProblem[] = []
  for (const one of lines) {
    const { property, problem } = readProperty(one)
    if (problem) problems.push(problem)
    if (property && !maker.take(property)) problems.push(problemAt(one.line, 'card-value', { name: property.name }))
  }
  const contact = maker.contact()
  if (contact.name === '') problems.push(problemAt(line, 'card-nameless'))
  return { line, contact, problems }
}
