/** What a block holds: texts and arrays of numbers, by name. */
export type Sections = { readonly [name: string]: readonly string[] | Numbers }
export type Numbers =
  | Uint8Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>

const KINDS = { Uint8Array, Int32Array, Uint32Array, Float64Array } as const
type Kind = keyof typeof KINDS

interface Section {
  readonly name: string
  /** Null: the section is these texts. */
  readonly kind: Kind | null
  readonly texts?: readonly string[]
  /** Bytes, behind the table of contents. */
  readonly from: number
  readonly length: number
}

/** Arrays begin where any of them may. */
const STEP = 8
/** The length of the table of contents stands before it, bytes. */
const HEAD = 8

/** Writes sections one behind the other, so that they are read without copying any. */
export function writeBlock(sections: Sections): Uint8Array<ArrayBuffer> {
  const contents: Section[] = []
  let size = 0
  for (const [name, section] of Object.entries(sections)) {
    const numbers = ArrayBuffer.isView(section) ? section : null
    const length = numbers?.byteLength ?? 0
    contents.push({
      name,
      kind: kindOf(numbers),
      ...(!numbers && { texts: section as readonly string[] }),
      from: size,
      length,
    })
    size += stepped(length)
  }
  const table = new TextEncoder().encode(JSON.stringify(contents))
  const start = HEAD + stepped(table.length)
  const block = new Uint8Array(start + size)
  new DataView(block.buffer).setUint32(0, table.length, true)
  block.set(table, HEAD)
  for (const { name, from } of contents) {
    const section = sections[name]
    if (ArrayBuffer.isView(section))
      block.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), start + from)
  }
  return block
}

/** The sections of a block that `sumOf` says is as it was written; arrays share its memory. */
export function readBlock(block: Uint8Array<ArrayBuffer>): Map<string, Sections[string]> {
  // What comes from a disk may begin anywhere in its memory.
  const whole = block.byteOffset % STEP === 0 ? block : block.slice()
  const length = new DataView(whole.buffer, whole.byteOffset).getUint32(0, true)
  const contents: Section[] = JSON.parse(new TextDecoder().decode(whole.subarray(HEAD, HEAD + length)))
  const start = whole.byteOffset + HEAD + stepped(length)
  return new Map(
    contents.map(({ name, kind, texts, from, length }): [string, Sections[string]] => {
      if (kind === null) return [name, texts ?? []]
      const Numbers = KINDS[kind]
      return [name, new Numbers(whole.buffer, start + from, length / Numbers.BYTES_PER_ELEMENT)]
    }),
  )
}

/** A sum over a block's bytes that any other block is most unlikely to have. */
export function sumOf(block: Uint8Array<ArrayBuffer>): number {
  const whole = block.byteOffset % 4 === 0 ? block : block.slice()
  const words = new Uint32Array(whole.buffer, whole.byteOffset, whole.length >> 2)
  let sum = whole.length | 0
  for (let at = 0; at < words.length; at++) sum = mixed(sum, words[at] as number)
  for (let at = words.length << 2; at < whole.length; at++) sum = mixed(sum, whole[at] as number)
  return sum >>> 0
}

/** Each step can be taken back, so that one changed word changes the sum. */
function mixed(sum: number, word: number): number {
  const next = Math.imul(sum ^ word, 0x9e3779b1)
  return (next << 13) | (next >>> 19)
}

function kindOf(numbers: Numbers | null): Kind | null {
  return numbers && (numbers.constructor.name as Kind)
}

function stepped(length: number): number {
  return Math.ceil(length / STEP) * STEP
}
