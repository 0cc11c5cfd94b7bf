import { dateReader } from '../dates.ts'
import { readNumber } from '../numbers.ts'
import { type FileProblem, problemAt } from '../problem.ts'
import { type Section, sectionsIn } from './sections.ts'
import type { AccountBalance, BankDocument, Party, Statement } from './statement.ts'

/** What a file of client-bank exchange holds; `statement` is null where it is of another form. */
export interface ReadStatement {
  readonly statement: Statement | null
  readonly problems: readonly FileProblem[]
}

const readDay = dateReader('D.M.Y')
/** Lines of the purpose that may stand in place of one, or behind it. */
const PURPOSE_LINES = 6

/**
 * Reads a file of the exchange between bank and accounting program («1CClientBankExchange», standard of 1C, versions 1.01 to 1.03).
 * A document without number, date or sum is told and left out; the rest goes on.
 */
export function readStatement(text: string): ReadStatement {
  const cut = sectionsIn(text)
  if (!cut) return { statement: null, problems: [problemAt(1, 'statement-other')] }
  const problems = [...cut.problems]
  const head = new SectionReader(cut.head, problems)
  const readers = cut.sections.map((section) => new SectionReader(section, problems))
  const balances = readers.flatMap((reader) => (reader.isDocument ? [] : (reader.balance() ?? [])))
  const documents = readers.flatMap((reader) => (reader.isDocument ? (reader.document() ?? []) : []))
  const accounts = [...new Set([...head.all('РасчСчет'), ...balances.map((balance) => balance.account)])]
  const statement = {
    version: head.text('ВерсияФормата'),
    from: head.day('ДатаНачала'),
    to: head.day('ДатаКонца'),
    accounts,
    balances,
    documents,
  }
  return { statement, problems: problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) }
}

class SectionReader {
  readonly #section: Section
  readonly #problems: FileProblem[]
  readonly #fields: ReadonlyMap<string, string>

  constructor(section: Section, problems: FileProblem[]) {
    this.#section = section
    this.#problems = problems
    this.#fields = new Map(section.fields)
  }

  get isDocument(): boolean {
    return this.#section.name === 'СекцияДокумент'
  }

  text(name: string): string | null {
    return this.#fields.get(name) || null
  }

  all(name: string): string[] {
    return this.#section.fields.flatMap(([one, value]) => (one === name && value !== '' ? [value] : []))
  }

  day(name: string): string | null {
    return this.#value(name, (text) => readDay(text)?.toPlainDate().toString() ?? null)
  }

  /** Kopecks. */
  sum(name: string): number | null {
    return this.#value(name, (text) => readNumber(text.replace(',', '.'), 2, { decimal: '.', group: ' ' }))
  }

  document(): BankDocument | null {
    const { line, kind } = this.#section
    const [number, date, sum] = [this.#required('Номер'), this.#required('Дата'), this.#required('Сумма')]
    const [day, kopecks] = [this.day('Дата'), this.sum('Сумма')]
    if (!number || !date || !sum || day === null || kopecks === null) return null
    return {
      line,
      kind,
      number,
      date: day,
      sum: kopecks,
      payer: this.#party('Плательщик'),
      payee: this.#party('Получатель'),
      written: this.day('ДатаСписано'),
      received: this.day('ДатаПоступило'),
      purpose: this.#purpose(),
      fields: this.#fields,
    }
  }

  balance(): AccountBalance | null {
    const account = this.#required('РасчСчет')
    if (account === null) return null
    const balance = {
      line: this.#section.line,
      account,
      from: this.day('ДатаНачала'),
      to: this.day('ДатаКонца'),
      opening: this.sum('НачальныйОстаток'),
      received: this.sum('ВсегоПоступило'),
      spent: this.sum('ВсегоСписано'),
      closing: this.sum('КонечныйОстаток'),
    }
    if (!isEven(balance)) this.#tell('statement-balance', { account })
    return balance
  }

  #party(side: 'Плательщик' | 'Получатель'): Party {
    return {
      account: this.text(`${side}Счет`) ?? this.text(`${side}РасчСчет`),
      name: this.text(`${side}1`) ?? this.text(side),
      inn: this.text(`${side}ИНН`),
      kpp: this.text(`${side}КПП`),
      bank: this.text(`${side}Банк1`),
      bik: this.text(`${side}БИК`),
    }
  }

  /** The whole text stands in one line; some banks give only its parts. */
  #purpose(): string {
    const parts = Array.from({ length: PURPOSE_LINES }, (_, at) => this.text(`НазначениеПлатежа${at + 1}`))
    return this.text('НазначениеПлатежа') ?? parts.filter((part) => part !== null).join(' ')
  }

  #required(name: string): string | null {
    const text = this.text(name)
    if (text === null)
      this.#tell('statement-field', { name, section: this.#section.kind || (this.#section.name ?? '') })
    return text
  }

  #value<T>(name: string, read: (text: string) => T | null): T | null {
    const text = this.text(name)
    if (text === null) return null
    const value = read(text)
    if (value === null) this.#tell('statement-value', { name, value: text })
    return value
  }

  #tell(code: 'statement-field' | 'statement-value' | 'statement-balance', params: FileProblem['params']): void {
    this.#problems.push(problemAt(this.#section.line, code, params))
  }
}

/** What was there, came and went is what is there; said of nothing that is not told. */
function isEven({ opening, received, spent, closing }: AccountBalance): boolean {
  if (opening === null || received === null || spent === null || closing === null) return true
  return opening + received - spent === closing
}
