import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Failure } from '../../shared/errors.ts'
import { readSheet, type Sheet } from '../../shared/importing/reading/csv.ts'
import { type Mapping, type MappingProblem, readMapping } from '../../shared/importing/reading/mapping.ts'

/** A mapping that is not fit to be used; nothing was imported. */
export class BadMapping extends Error {
  readonly file: string
  readonly problems: readonly MappingProblem[]

  constructor(file: string, problems: readonly MappingProblem[]) {
    super(`${file} is no mapping for these files`)
    this.file = file
    this.problems = problems
  }
}

/** Reads a mapping file. Failures: file-missing, file-not-json; BadMapping. */
export async function readMappingFile(file: string): Promise<Mapping> {
  const read = readMapping(parse(file, await text(file, 'utf-8')))
  if ('problems' in read) throw new BadMapping(file, read.problems)
  return read.mapping
}

/** Reads the files that a mapping names, which lie beside it, by the names that it gives them. */
export async function readSheets(mappingFile: string, { format, sources }: Mapping): Promise<Map<string, Sheet>> {
  const names = [...new Set(sources.map((source) => source.file))]
  const sheets = names.map(async (name) => {
    const content = await text(join(dirname(mappingFile), name), format.encoding)
    return [name, readSheet(name, content, format.delimiter)] as const
  })
  return new Map(await Promise.all(sheets))
}

async function text(file: string, encoding: string): Promise<string> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new Failure('file-missing', { file }, { cause })
  })
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new Failure('file-shape', { at: `${file}: ${encoding}` }, { cause })
  }
}

function parse(file: string, json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw new Failure('file-not-json', { file }, { cause })
  }
}
