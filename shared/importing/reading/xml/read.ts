import type { FileProblem } from '../problem.ts'
import type { XmlHandler } from './element.ts'
import { XmlRun } from './run.ts'

/** Broken places that are told; with more, the file is none of XML. */
const TOLD = 100
/** Broken places in all, those on one line too: reading begins again behind each. */
const BROKEN = 300

/**
 * Reads XML element by element, holding no more of it than one that is taken. There are no document types and no entities but
 * the five of XML. An element in which the XML is not well-formed is told by the line on which it begins and left out; reading
 * begins again behind it. A parser alone would lose the rest: at an ampersand it looks for a semicolon, however far.
 */
export function readXml(text: string, handler: XmlHandler): readonly FileProblem[] {
  const problems: FileProblem[] = []
  let broken = 0
  let run: XmlRun | null = new XmlRun(text, handler, { offset: 0, line: 1, path: [] })
  while (run) {
    const end = run.go()
    // One slip makes several complaints of the parser: a line is named once.
    if (end && end.problem.line !== problems.at(-1)?.line) problems.push(end.problem)
    broken++
    run = end?.next && problems.length < TOLD && broken < BROKEN ? new XmlRun(text, handler, end.next) : null
  }
  return problems
}
