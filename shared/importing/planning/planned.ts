import { COMMANDS, type CommandArgs, type CommandName, type CommandResult } from '../../commands.ts'
import type { Transaction } from '../../records/writing/transaction.ts'

/** A command that is to be run, with what it is given. */
export type PlannedOf<N extends CommandName> = { readonly command: N; readonly args: CommandArgs<N> }
export type Planned = { [N in CommandName]: PlannedOf<N> }[CommandName]

/** Runs a planned command in a transaction. */
export function runPlanned<N extends CommandName>(tx: Transaction, { command, args }: PlannedOf<N>): CommandResult<N> {
  // The table's members differ in their arguments; the name says which, but the compiler does not follow it.
  const run = COMMANDS[command] as (tx: Transaction, args: CommandArgs<N>) => CommandResult<N>
  return run(tx, args)
}
