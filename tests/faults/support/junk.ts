/** So many bytes by chance. */
export function junk(random: () => number, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => Math.floor(random() * 256))
}

/** The bytes with one to four of them others, or cut somewhere. */
export function spoilt(random: () => number, bytes: Uint8Array): Uint8Array {
  if (random() < 0.2) return bytes.slice(0, Math.floor(random() * bytes.length))
  const others = Uint8Array.from(bytes)
  for (let left = 1 + Math.floor(random() * 4); left > 0; left--)
    others[Math.floor(random() * others.length)] = Math.floor(random() * 256)
  return others
}
