/** A file of the house: a SPEC.md, or a file of tests. */
export interface Page {
  /** From the project's folder. */
  readonly path: string
  readonly text: string
}

/** A rule where it is written down: `- **J5** …`, or a row of a table. */
const RULE = /^(?:- \*\*|\| )([A-Z]{1,2}\d+)\b/gm
/** The title of a test, or of a group of them, that begins with the rules that it holds: `test('J5, J7: …'`. */
const TITLE = /\(\s*(['"`])([A-Z]{1,2}\d+(?:(?:, | to | and )[A-Z]{1,2}\d+)*:.*?)\1/g
/** A rule in a title, or all from one to another. */
const NAMED = /\b([A-Z]{1,2})(\d+)\b(?: to \1(\d+)\b)?/g

/** What is wrong between the rules and the tests, a sentence each: every rule is named by a test, and by one SPEC.md alone. */
export function ruleProblems(specs: readonly Page[], tests: readonly Page[]): string[] {
  const rules = specs.flatMap(({ path, text }) => [...text.matchAll(RULE)].map(([, rule = '']) => ({ rule, path })))
  const home = new Map(rules.map(({ rule, path }) => [rule, path]))
  const titles = tests.flatMap(({ path, text }) => namedIn(text).map((rule) => ({ rule, path })))
  const held = new Set(titles.map(({ rule }) => rule))
  return [
    ...rules
      .filter(({ rule, path }) => home.get(rule) !== path)
      .map(({ rule, path }) => `${rule} stands in ${path} and in ${home.get(rule)}`),
    ...rules.filter(({ rule }) => !held.has(rule)).map(({ rule, path }) => `${rule} of ${path} is named by no test`),
    ...titles
      .filter(({ rule }) => !home.has(rule))
      .map(({ rule, path }) => `${path} names ${rule}, which no SPEC.md has`),
  ]
}

function namedIn(text: string): string[] {
  const titles = [...text.matchAll(TITLE)].map(([, , title = '']) => title)
  return titles.flatMap((title) =>
    [...title.matchAll(NAMED)].flatMap(([, letter = '', from, to]) => range(letter, Number(from), Number(to ?? from))),
  )
}

function range(letter: string, from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => `${letter}${from + i}`)
}
