import { type FileProblem, problemAt } from '../problem.ts'

/** The first line of every file of this form. */
const TITLE = '1CClientBankExchange'
const LAST = 'КонецФайла'
const ENDS = { СекцияРасчСчет: 'КонецРасчСчет', СекцияДокумент: 'КонецДокумента' } as const
type SectionName = keyof typeof ENDS
/** What a payment is for may be told in several lines. */
const PURPOSE = /^НазначениеПлатежа\d*$/

/** The lines of a part of the file: `name=value`, in order. */
export interface Section {
  readonly line: number
  readonly name: SectionName | null
  /** What stands behind the section's own name: the document's kind. */
  readonly kind: string
  readonly fields: readonly (readonly [name: string, value: string])[]
}

type OpenSection = Omit<Section, 'fields'> & { readonly fields: [string, string][] }

/**
 * Cuts a file of client-bank exchange into its head and its sections. A section that is not closed is given with what it has.
 * Null: the file is of another form.
 */
export function sectionsIn(
  text: string,
): { readonly head: Section; readonly sections: readonly Section[]; readonly problems: readonly FileProblem[] } | null {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)
  const first = lines.findIndex((line) => line.trim() !== '')
  if (lines[first]?.trim() !== TITLE) return null
  const cutter = new SectionCutter()
  for (const [at, line] of lines.entries()) if (at > first) cutter.take(at + 1, line.trim())
  return cutter.end()
}

class SectionCutter {
  readonly #head: OpenSection = { line: 1, name: null, kind: '', fields: [] }
  readonly #sections: Section[] = []
  readonly #problems: FileProblem[] = []
  #open: OpenSection | null = null
  #isOver = false

  take(line: number, text: string): void {
    if (text === '' || this.#isOver) return
    const equals = text.indexOf('=')
    const name = equals < 0 ? text : text.slice(0, equals).trim()
    if (name === 'СекцияРасчСчет' || name === 'СекцияДокумент') {
      this.#breakOff()
      this.#open = { line, name, kind: equals < 0 ? '' : text.slice(equals + 1).trim(), fields: [] }
    } else if (this.#open?.name && name === ENDS[this.#open.name]) this.#close(this.#open)
    else if (name === LAST) this.#isOver = true
    else if (equals > 0) (this.#open ?? this.#head).fields.push([name, text.slice(equals + 1).trim()])
    else this.#goOn(line, text)
  }

  end(): { readonly head: Section; readonly sections: readonly Section[]; readonly problems: readonly FileProblem[] } {
    this.#breakOff()
    if (!this.#isOver) this.#problems.push(problemAt(null, 'statement-not-closed', { name: TITLE }))
    return { head: this.#head, sections: this.#sections, problems: this.#problems }
  }

  /** A line without a name goes on with the purpose before it, as some banks write it. */
  #goOn(line: number, text: string): void {
    const last = this.#open?.fields.at(-1)
    if (last && PURPOSE.test(last[0])) last[1] += ` ${text}`
    else this.#problems.push(problemAt(line, 'statement-line', { text: text.slice(0, 60) }))
  }

  #breakOff(): void {
    if (!this.#open) return
    this.#problems.push(problemAt(this.#open.line, 'statement-not-closed', { name: this.#open.name ?? '' }))
    this.#close(this.#open)
  }

  #close(section: Section): void {
    this.#sections.push(section)
    this.#open = null
  }
}
