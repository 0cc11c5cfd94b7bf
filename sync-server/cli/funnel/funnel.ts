import { parseArgs } from 'node:util'
import { Failure } from '../../../shared/errors.ts'
import {
  type FunnelBlock,
  FunnelColumns,
  type FunnelOptions,
  type FunnelSort,
  funnelReport,
} from '../../../shared/funnel/index.ts'
import { oneOf } from '../options.ts'
import { languageOf } from '../sentence.ts'
import { type FunnelFile, readFunnelFile } from './file.ts'
import { instantOf } from './instant.ts'
import { printed } from './printed.ts'
import { toTable } from './table.ts'

const OPTIONS = {
  orders: { type: 'string' },
  by: { type: 'string', default: 'order' },
  mode: { type: 'string', default: 'reached' },
  'as-of': { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

/**
 * `crm funnel --orders FILE.json [--by order|customer|manager|department] [--mode reached|visited] [--as-of ISO] [--json]`: prints the
 * sales funnel of the orders in a file: as JSON, or as tables in the terminal's language. The file's form is in funnel/file.ts; its
 * orders dated in [from, to) of its period are reported, as of its `asOf` where the call names no other time.
 * Failures: field-required, field-value, option-unknown, file-missing, file-not-json, file-shape.
 */
export async function runFunnel(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS })
  if (values.orders === undefined) throw new Failure('field-required', { field: '--orders' })
  const by = oneOf(['order', 'customer', 'manager', 'department'], '--by', values.by)
  const mode = oneOf(['reached', 'visited'], '--mode', values.mode)
  const asOf = values['as-of'] === undefined ? undefined : asOfTime(values['as-of'])
  const file = await readFunnelFile(values.orders)
  const options: FunnelOptions = { kinds: file.kinds, period: file.period, moment: asOf ?? file.asOf, by, mode }
  const columns = columnsOf(file)
  const { blocks } = funnelReport(columns, options, file.asOf)
  const named = printed(blocks, file, columns, options)
  const text = values.json
    ? JSON.stringify(named, null, 2)
    : toTable(named, sortsOf(blocks, file), languageOf(process.env))
  process.stdout.write(`${text}\n`)
}

function sortsOf(blocks: readonly FunnelBlock[], { kinds }: FunnelFile): FunnelSort[] {
  return blocks.map((block) => kinds.find(({ id }) => id === block.kind)?.sort ?? 'customer')
}

function asOfTime(text: string): number {
  const at = instantOf(text)
  if (at === undefined) throw new Failure('field-value', { field: `--as-of ${text}` })
  return at
}

function columnsOf(file: FunnelFile): FunnelColumns {
  const columns = new FunnelColumns()
  for (const order of file.orders) columns.put(order)
  return columns
}
