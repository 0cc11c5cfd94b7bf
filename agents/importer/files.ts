import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Failure } from '../../shared/errors.ts'
import { decodeText } from '../../shared/importing/reading/bytes/decode.ts'
import type { Encoding } from '../../shared/importing/reading/bytes/encodings.ts'
import { readSheet } from '../../shared/importing/reading/csv/csv.ts'
import { findSeparator } from '../../shared/importing/reading/csv/separator.ts'
import { type Mapping, type MappingProblem, readMapping } from '../../shared/importing/reading/mapping.ts'
import type { Sheet } from '../../shared/importing/reading/sheet.ts'

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
    return [name, readSheet(name, content, format.delimiter ?? findSeparator(content))] as const
  })
  return new Map(await Promise.all(sheets))
}

/**
 * A file's text. An encoding that is asked for and is not the file's fails; one that is found out may have torn places, which stand
 * out in the text, and its reader tells where.
 */
async function text(file: string, encoding?: Encoding): Promise<string> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new Failure('file-missing', { file }, { cause })
  })
  const decoded = decodeText(bytes, encoding)
  if ('code' in decoded) throw new Failure('file-shape', { at: `${file}: ${decoded.code}` })
  if (encoding !== undefined && decoded.problems.length > 0)
    throw new Failure('file-shape', { at: `${file}: ${encoding}` })
  return decoded.text
}

function parse(file: string, json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw new Failure('file-not-json', { file }, { cause })
  }
}
