import { type Accessor, createSignal } from 'solid-js'

/**
 * A choice of words that this device remembers (`voronka.<key>` in localStorage). What stands there and is not among
 * `choices` counts for nothing. Where the browser gives no storage, the choice lives as long as the page.
 */
export function createRemembered<T extends string>(
  key: string,
  choices: readonly T[],
  first: () => T,
): [Accessor<T>, (value: T) => void] {
  const name = `voronka.${key}`
  const kept = read(name)
  const [value, setValue] = createSignal<T>(choices.find((choice) => choice === kept) ?? first())
  const change = (next: T) => {
    setValue(() => next)
    write(name, next)
  }
  return [value, change]
}

/** Several words of `choices`, remembered as `createRemembered` does; where none of them is known any more, `first`. */
export function createRememberedList(
  key: string,
  choices: readonly string[],
  first: readonly string[],
): [Accessor<readonly string[]>, (value: readonly string[]) => void] {
  const name = `voronka.${key}`
  const kept =
    read(name)
      ?.split(',')
      .filter((word) => choices.includes(word)) ?? []
  const [value, setValue] = createSignal(kept.length > 0 ? kept : first)
  const change = (next: readonly string[]) => {
    setValue(() => next)
    write(name, next.join(','))
  }
  return [value, change]
}

/** Browsers that forbid storage throw at its very mention; a forgotten setting is no reason to stop a person's work. */
function read(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(name, value)
  } catch {
    // see read(): the choice holds until the page is closed
  }
}
