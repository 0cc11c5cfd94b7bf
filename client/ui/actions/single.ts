/** An act that is not begun again while it is under way: of a double click, or Enter held down, it hears the first. */
export function single<A extends readonly unknown[], R>(act: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
  let underWay: Promise<R> | undefined
  return (...args) => {
    underWay ??= act(...args).finally(() => {
      underWay = undefined
    })
    return underWay
  }
}
