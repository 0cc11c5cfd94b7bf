import type Database from 'better-sqlite3'

/**
 * Leaves no byte in the files of a database of what was taken out of it: the words of the trail are forgotten, to be made anew, and
 * the file is written anew without its free pages, then the file of writes emptied. Errors of the disk come through.
 */
export function scrubber(database: Database.Database): () => void {
  const forget = database.transaction(() => {
    database.exec("INSERT INTO trail_words (trail_words) VALUES ('delete-all')")
    database.exec('UPDATE trail_indexed SET upto = 0')
  })
  return () => {
    forget.immediate()
    database.exec('VACUUM')
    database.pragma('wal_checkpoint(TRUNCATE)')
  }
}
