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

/** A text that this device remembers, as `createRemembered` does; null until there is one. */
export function createRememberedText(key: string): [Accessor<string | null>, (text: string) => void] {
  const name = `voronka.${key}`
  const [text, setText] = createSignal(read(name))
  const change = (next: string) => {
    setText(next)
    write(name, next)
  }
  return [text, change]
}

/** What this tab remembers under a name, over a reload, too; null: nothing. */
export function readOfTab(name: string): string | null {
  return read(`voronka.${name}`, () => sessionStorage)
}

export function writeOfTab(name: string, text: string): void {
  write(`voronka.${name}`, text, () => sessionStorage)
}

function ofDevice(): Storage {
  return localStorage
}

/** Browsers that forbid storage throw at its very mention; a forgotten setting is no reason to stop a person's work. */
function read(name: string, storage = ofDevice): string | null {
  try {
    return storage().getItem(name)
  } catch {
    return null
  }
}

function write(name: string, value: string, storage = ofDevice): void {
  try {
    storage().setItem(name, value)
  } catch {
    // see read(): the choice holds until the page is closed
  }
}
