import type { CommandArgs, CommandName } from '../../../../shared/commands.ts'
import type { UnderWay } from '../../../../shared/under-way.ts'
import { recordsOf } from './parts.ts'

/** Counts the records of a command over many; what it gives is called with each part that is done. Of one part nothing is told. */
export function counted<N extends CommandName>(
  name: N,
  args: CommandArgs<N>,
  parts: readonly CommandArgs<N>[],
  { onProgress }: UnderWay,
): (part: CommandArgs<N>) => void {
  if (parts.length < 2) return () => undefined
  const total = recordsOf(name, args).size
  const done = new Set<string>()
  const tell = () => onProgress({ done: done.size, total, way: 'forth' })
  tell()
  return (part) => {
    for (const record of recordsOf(name, part)) done.add(record)
    tell()
  }
}
