/** The bytes of an answer, as far as it comes to an end within so many; null: it is longer. Rejects where the line breaks. */
export async function readBounded({ body }: Response, most: number): Promise<Buffer<ArrayBuffer> | null> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of body ?? []) {
    size += piece.byteLength
    if (size > most) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
