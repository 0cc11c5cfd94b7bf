import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import type { BenchFigure, BenchResult } from './result.ts'

const FILE = join(import.meta.dirname, '../../BENCHMARKS.md')

const HEAD = `# Benchmarks

Written by \`npm run bench\`, each part by its own run. What is compared runs side by side in the same process, in turns.
`

/** Puts the result in place of the earlier one of that name, or at the end. */
export async function writeBenchmarks(name: string, result: BenchResult): Promise<void> {
  const text = existsSync(FILE) ? await readFile(FILE, 'utf8') : HEAD
  const [head = HEAD, ...parts] = text.split(/^(?=## )/m)
  const title = `## ${name}\n`
  const part = `${title}\n${partOf(result)}`
  const others = parts.map((one) => (one.startsWith(title) ? part : `${one.trimEnd()}\n`))
  if (!others.includes(part)) others.push(part)
  await writeFile(FILE, [`${head.trimEnd()}\n`, ...others].join('\n'))
}

function partOf({ about, figures, details }: BenchResult): string {
  const lines = [
    about,
    '',
    machine(),
    '',
    '| figure | value | target | |',
    '| --- | ---: | --- | --- |',
    ...figures.map(line),
  ]
  if (details !== undefined) lines.push('', details)
  return `${lines.join('\n')}\n`
}

function line({ what, value, target = '', held }: BenchFigure): string {
  return `| ${what} | ${value} | ${target} | ${held === undefined ? '' : held ? 'held' : '**not held**'} |`
}

/** The date and the machine, in a line. */
export function machine(): string {
  const date = new Date().toISOString().slice(0, 10)
  const model = cpus()[0]?.model.trim() ?? 'unknown processor'
  return `${date}, ${model}, ${availableParallelism()} cores, Node ${process.versions.node}.`
}
