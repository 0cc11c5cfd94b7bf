import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourcesStamp } from '../../../scripts/build/sources-stamp.ts'
import { ROOT } from '../../../scripts/root.ts'

/** The name and content of what a bench is made from. */
export type Part = readonly [name: string, content: Uint8Array]

/** The commands that the benches run, the records that they write, and what the benches have them do. */
const MAKERS = [
  'shared/{commands,collections}.ts',
  'shared/{records,documents,orders,customers,company}/**/!(*.test).ts',
  'tests/bench/**/{histories,history,quarter,data-folder,local-company}.ts',
]

/**
 * The parts that `make` gives. Millions of commands take minutes: what was made once of the same sources is kept in
 * .cache/bench and given from there; of other sources it is made anew.
 */
export function* kept(name: string, make: () => Iterable<Part>): Iterable<Part> {
  const folder = placeOf(name, MAKERS)
  if (!existsSync(folder)) keep(folder, make())
  for (const file of readdirSync(folder).sort()) yield [nameOf(file), readFileSync(join(folder, file))]
}

/** The folder that `make` fills, kept as parts are, while `makers` stay as they are too. It is given to be read and copied alone. */
export async function keptFolder(
  name: string,
  makers: readonly string[],
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = placeOf(name, [...MAKERS, ...makers])
  if (existsSync(folder)) return folder
  const unfinished = begun(folder)
  await make(unfinished)
  renameSync(unfinished, folder)
  return folder
}

function placeOf(name: string, makers: readonly string[]): string {
  return join(ROOT, '.cache/bench', `${name}-${sourcesStamp(makers).slice(0, 16)}`)
}

function begun(folder: string): string {
  const unfinished = `${folder}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  return unfinished
}

/** Under its name stands only what is whole. */
function keep(folder: string, parts: Iterable<Part>): void {
  const unfinished = begun(folder)
  let number = 1000
  for (const [part, content] of parts) {
    writeFileSync(join(unfinished, `${number++} ${encodeURIComponent(part)}`), content)
  }
  renameSync(unfinished, folder)
}

/** Files bear numbers, so that they are read in the order in which they were made. */
function nameOf(file: string): string {
  return decodeURIComponent(file.slice(file.indexOf(' ') + 1))
}
