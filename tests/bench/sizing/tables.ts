import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from '../../../scripts/root.ts'
import { type Company, type Needs, needsOf, type Taken } from './model.ts'

const BEGIN = '<!-- written by npm run bench -- sizing -->'
const END = '<!-- to here -->'

const COMPANIES: readonly Company[] = [
  { people: 5, ordersPerYear: 1000 },
  { people: 20, ordersPerYear: 5000 },
  { people: 50, ordersPerYear: 20_000 },
  { people: 100, ordersPerYear: 50_000 },
]

/** The heads of the table's columns in a language, and its units. */
interface Words {
  readonly heads: readonly string[]
  readonly units: readonly [mega: string, giga: string]
  readonly measured: (machine: string) => string
}

const WORDS: Readonly<Record<'en' | 'ru', Words>> = {
  en: {
    heads: [
      'people',
      'orders a year',
      'memory of the server',
      'processor, of one core',
      'data grow on a working day by',
      'data after five years',
      'one backup of them',
      'all that are kept, at most',
    ],
    units: ['MB', 'GB'],
    measured: (machine) => `Measured on: ${machine}`,
  },
  ru: {
    heads: [
      'людей',
      'заказов в год',
      'память сервера',
      'процессор, от одного ядра',
      'прирост данных за рабочий день',
      'данные через пять лет',
      'одна их копия',
      'все хранимые копии, самое большее',
    ],
    units: ['МБ', 'ГБ'],
    measured: (machine) => `Измерено на: ${machine}`,
  },
}

/** The table in English. */
export function tableOf(taken: Taken): string {
  return table('en', taken)
}

/** Puts the tables into the guides, where they stood before. */
export async function writeTables(taken: Taken, machine: string): Promise<void> {
  for (const language of ['en', 'ru'] as const) {
    const file = join(ROOT, `docs/${language}/running.md`)
    const text = await readFile(file, 'utf8')
    const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)]
    if (begin === -1 || end === -1) throw new Error(`${file} has no place for the table`)
    const own = [BEGIN, '', table(language, taken), '', WORDS[language].measured(machine), '', ''].join('\n')
    await writeFile(file, `${text.slice(0, begin)}${own}${text.slice(end)}`)
  }
}

function table(language: 'en' | 'ru', taken: Taken): string {
  const { heads, units } = WORDS[language]
  const number = new Intl.NumberFormat(language)
  const rows = COMPANIES.map((company) => [
    number.format(company.people),
    number.format(company.ordersPerYear),
    ...cells(needsOf(company, taken), language, units),
  ])
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`
  return [line(heads), `|${' ---: |'.repeat(heads.length)}`, ...rows.map(line)].join('\n')
}

function cells(needs: Needs, language: string, units: Words['units']): string[] {
  const bytes = (value: number) => {
    const [mega, giga] = units
    const isGiga = value >= 1e9
    const digits = { maximumSignificantDigits: 2 }
    return `${new Intl.NumberFormat(language, digits).format(value / (isGiga ? 1e9 : 1e6))} ${isGiga ? giga : mega}`
  }
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumSignificantDigits: 2 })
  const { memory, processor, perDay, disk, backup, backups } = needs
  return [bytes(memory), percent.format(processor), ...[perDay, disk, backup, backups].map(bytes)]
}
