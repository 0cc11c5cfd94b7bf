/** Cuts a name to a width, by what measures it. */
export function cutName(name: string, width: number, measure: (text: string) => number): string {
  if (measure(name) <= width) return name
  let length = Math.max(1, Math.floor((name.length * width) / measure(name)))
  while (length > 1 && measure(`${name.slice(0, length)}…`) > width) length -= 1
  return `${name.slice(0, length).trimEnd()}…`
}

/** Every how many points one is named, so that names do not run into each other. */
export function everyHowMany(widest: number, step: number): number {
  return Math.max(1, Math.ceil((widest + 12) / Math.max(1, step)))
}
