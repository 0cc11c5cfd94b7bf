import type { CommandArgs, CommandName, RecordOf } from '../../../../../shared/commands.ts'
import type { Two } from '../two.ts'

/** A command with what it is given, and the records that it is about. */
interface Deed<N extends CommandName> {
  readonly args: CommandArgs<N>
  readonly about: readonly RecordOf[]
}

/** Makes what a command needs, and says what is to be done. */
export type Way<N extends CommandName> = (two: Two) => Promise<Deed<N>>

/** Commands, each in the ways that it can be done. */
export type Ways<N extends CommandName = CommandName> = { readonly [C in N]: { readonly [way: string]: Way<C> } }
