import { Failure } from '../../shared/errors.ts'

/** The Failure for what `parseArgs` threw; undefined for any other error. */
export function optionFailure(error: unknown): Failure | undefined {
  if (!(error instanceof TypeError) || !('code' in error)) return undefined
  const option = /'([^' ]+)/.exec(error.message)?.[1] ?? ''
  switch (error.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return new Failure('option-unknown', { option }, { cause: error })
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return new Failure('field-value', { field: option }, { cause: error })
    default:
      return undefined
  }
}

/**
 * The value where it is one of the choices.
 * @throws Failure `option-unknown` with option and value
 */
export function oneOf<const T extends string>(choices: readonly T[], option: string, value: string): T {
  const choice = choices.find((one) => one === value)
  if (choice === undefined) throw new Failure('option-unknown', { option: `${option} ${value}` })
  return choice
}
