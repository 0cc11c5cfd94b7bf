import { afterEach, expect, test } from 'vitest'
import { declare } from '../../custom/testing/declare.ts'
import { customers } from '../../customers/collections.ts'
import { planImport } from '../plan.ts'
import { readSheet } from '../reading/csv/csv.ts'
import { MemoryCompany } from '../testing/memory-company.ts'
import { guessLayout } from './guess.ts'
import { mappingOf } from './mapping-of.ts'
import { CHOICES, TARGETS } from './words.ts'

const NOW = Date.UTC(2026, 10, 23)

afterEach(() => declare())

test('X29: columns go to fields that the company added by their names; a choice by its option; what does not fit refuses the row', () => {
  const options = [{ id: 'o1', name: 'Своими силами' }]
  declare(
    { id: 'custom_a', name: 'Площадь', type: 'number' },
    { id: 'custom_b', name: 'Доставка', type: 'choice', options },
  )
  const sheet = readSheet('a.csv', 'Клиент;Площадь;Доставка\nАссоль;12,5;своими силами\nГрей;много;\n', ';')
  const layout = guessLayout(sheet, TARGETS)
  expect(layout.targets).toEqual({ Клиент: 'name', Площадь: 'custom_a', Доставка: 'custom_b' })
  const memory = new MemoryCompany(NOW)
  const plan = planImport(mappingOf({ layout, sheet, choices: CHOICES }), new Map([[sheet.file, sheet]]), memory, NOW)
  if ('problems' in plan) throw new Error(JSON.stringify(plan.problems))
  expect(plan.report.problems.map(({ column, code }) => [column, code])).toEqual([['Площадь', 'number']])
  memory.run(plan.commands)
  expect([...memory.rows(customers)]).toMatchObject([{ name: 'Ассоль', custom_a: 1250, custom_b: 'o1' }])
})
