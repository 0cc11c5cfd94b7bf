import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { declare } from '../../shared/custom/testing/declare.ts'
import { planImport } from '../../shared/importing/plan.ts'
import type { Cell } from '../../shared/importing/reading/mapping.ts'
import { MemoryCompany } from '../../shared/importing/testing/memory-company.ts'
import { orders } from '../../shared/orders/collections.ts'
import { readMappingFile, readSheets } from './files.ts'
import { titled } from './titled.ts'

const MAPPING = join(import.meta.dirname, '../../tests/fixtures/crm-sales-opportunities/mapping.json')
const NOW = Date.UTC(2026, 10, 23)
const cellOf = (column: string): Cell => ({ column, map: {}, empty: 'leave', missing: 'refuse', by: 'name' })

afterEach(() => declare())

test('X29: by command orders take fields that the company added, named by their titles or ids', async () => {
  const options = [{ id: 'plus', name: 'GTX Plus Basic' }]
  declare(
    { id: 'custom_v', name: 'Оценка', of: 'orders', type: 'number' },
    { id: 'custom_p', name: 'Комплект', of: 'orders', type: 'choice', options },
  )
  const mapping = await readMappingFile(MAPPING)
  const sheets = await readSheets(MAPPING, mapping)
  const few = new Map([...sheets].map(([name, sheet]) => [name, { ...sheet, rows: sheet.rows.slice(0, 90) }]))
  const sources = mapping.sources.map((source) => {
    const added = { Оценка: cellOf('close_value'), custom_p: cellOf('product') }
    return source.what === 'orders' ? { ...source, fields: { ...source.fields, ...added } } : source
  })
  const memory = new MemoryCompany(NOW)
  const plan = planImport(titled({ ...mapping, sources }), few, memory, NOW)
  if ('problems' in plan) throw new Error(JSON.stringify(plan.problems))
  memory.run(plan.commands)
  const made = [...memory.rows(orders)]
  expect(made.length).toBeGreaterThan(0)
  for (const order of made) expect(order).toMatchObject({ custom_p: 'plus' })
  expect(made.map((order) => order.custom_v)).toContain(105_400)
  expect(plan.report.problems.map(({ code }) => code)).toContain('choice')
})
