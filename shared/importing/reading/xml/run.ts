import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { type FileProblem, problemAt } from '../problem.ts'
import type { XmlElement, XmlHandler } from './element.ts'

/** Signs that the parser is given at once. */
const CHUNK = 65_536
const DEEPEST = 48
/** Signs of a text or an attribute. */
const LONGEST = 1_048_576
/** Signs between an ampersand and its semicolon. */
const LONGEST_ENTITY = 100

/** Where a run begins: within which elements, by their names as they are written. */
export interface RunStart {
  readonly offset: number
  readonly line: number
  readonly path: readonly string[]
}

/** What ended a run before the text did, and where another may go on. */
export interface RunEnd {
  readonly problem: FileProblem
  readonly next: RunStart | null
}

/** Ends the parsing from within. No problem: the file is not what is looked for. */
class Stop extends Error {
  readonly problem: FileProblem | null

  constructor(problem: FileProblem | null) {
    super('The reading ends here')
    this.problem = problem
  }
}
/** The XML is not well-formed. */
class Broken extends Error {}

interface Growing extends Omit<XmlElement, 'children' | 'text'> {
  text: string
  readonly children: XmlElement[]
}

/** Reads a text from a place on, to its end or to where it is broken. */
export class XmlRun {
  readonly #text: string
  readonly #handler: XmlHandler
  readonly #start: RunStart
  readonly #parser = new SaxesParser()
  /** Opens again the elements that the run begins within. */
  readonly #prefix: string
  readonly #path: string[] = []
  /** The element that is taken and those open within it. */
  readonly #growing: Growing[] = []
  /** Where the element that is taken has its first sign behind its opening, and where the last tag ended. */
  #taken = 0
  #behind: number
  #isBegun = false

  constructor(text: string, handler: XmlHandler, start: RunStart) {
    this.#text = text
    this.#handler = handler
    this.#start = start
    this.#behind = start.offset
    this.#prefix = start.path.map((name) => `<${name}>`).join('')
    this.#parser.on('error', () => {
      throw new Broken()
    })
    this.#parser.on('doctype', () => this.#stop('xml-doctype'))
    this.#parser.on('opentag', (tag) => this.#opened(tag))
    this.#parser.on('text', (said) => this.#said(said))
    this.#parser.on('cdata', (said) => this.#said(said))
    this.#parser.on('closetag', () => this.#closed())
  }

  /** Null: the text was read to its end, or is not what is looked for. */
  go(): RunEnd | null {
    try {
      this.#parser.write(this.#prefix)
      this.#isBegun = true
      for (let at = this.#start.offset; at < this.#text.length; at += CHUNK) {
        this.#parser.write(this.#text.slice(at, at + CHUNK))
        // biome-ignore lint/complexity/useLiteralKeys: the parser keeps to itself what it has gathered behind an ampersand, however much it is.
        if (this.#parser['entity'].length > LONGEST_ENTITY) throw new Broken()
      }
      this.#parser.close()
      return null
    } catch (error) {
      if (error instanceof Broken) return this.#brokenOff()
      if (!(error instanceof Stop)) throw error
      return error.problem && { problem: error.problem, next: null }
    }
  }

  #opened({ name, attributes }: SaxesTagPlain): void {
    const values = new Map(Object.entries(attributes))
    if (this.#path.length === 0 && this.#isBegun && !this.#handler.isRoot(plain(name), values)) throw new Stop(null)
    this.#path.push(name)
    if (!this.#isBegun) return
    this.#behind = this.#offset()
    if (this.#path.length > DEEPEST) this.#stop('xml-deep', { depth: DEEPEST })
    if ([...values.values()].some((value) => value.length > LONGEST)) this.#stop('xml-long', { name })
    if (this.#growing.length === 0) {
      if (!this.#handler.takes(this.#at(), values)) return
      this.#taken = this.#behind
    }
    this.#growing.push({ name: plain(name), line: this.#line(), attributes: values, text: '', children: [] })
  }

  #said(text: string): void {
    const last = this.#growing.at(-1)
    if (!last) return
    last.text += text
    if (last.text.length > LONGEST) this.#stop('xml-long', { name: last.name })
  }

  #closed(): void {
    this.#behind = this.#offset()
    const done = this.#growing.pop()
    const parent = this.#growing.at(-1)
    if (done) {
      const element = { ...done, text: done.text.trim() }
      if (parent) parent.children.push(element)
      else this.#handler.take(this.#at(), element)
    }
    this.#path.pop()
  }

  /** Goes on with the next element like the one that is broken; between those, with the next tag. */
  #brokenOff(): RunEnd {
    const [taken] = this.#growing
    const { column } = this.#parser
    const problem = problemAt(taken?.line ?? this.#line(), 'xml-broken', { column: column + 1 })
    const path = taken ? this.#path.slice(0, this.#path.length - this.#growing.length) : [...this.#path]
    const name = taken ? (this.#path[path.length] ?? '') : ''
    const from = taken ? this.#taken : Math.max(this.#behind, this.#start.offset + 1)
    const offset = this.#next(name, from)
    return { problem, next: offset < 0 || path.length === 0 ? null : { offset, line: this.#lineAt(offset), path } }
  }

  /** Where the next tag of that name is opened, or any tag stands; -1: nowhere. */
  #next(name: string, from: number): number {
    for (let at = this.#text.indexOf(`<${name}`, from); at >= 0; at = this.#text.indexOf(`<${name}`, at + 1)) {
      if (name === '' || /[\s/>]/.test(this.#text[at + 1 + name.length] ?? '>')) return at
    }
    return -1
  }

  #stop(code: 'xml-doctype' | 'xml-deep' | 'xml-long', params: FileProblem['params'] = {}): never {
    throw new Stop(problemAt(this.#line(), code, params))
  }

  #at(): string {
    return this.#path.map(plain).join('/')
  }

  #offset(): number {
    return this.#start.offset + this.#parser.position - this.#prefix.length
  }

  #line(): number {
    return this.#start.line + this.#parser.line - 1
  }

  #lineAt(offset: number): number {
    return this.#start.line + (this.#text.slice(this.#start.offset, offset).match(/\r\n|\n|\r/g)?.length ?? 0)
  }
}

/** A name without the prefix of its namespace. */
function plain(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
