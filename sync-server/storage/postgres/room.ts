import { ROOM } from '../room.ts'
import type { Asked } from './pool.ts'

/** A table of so many bytes, never compressed, that nobody else sees: it goes in the transaction in which it came. */
const PROOF = `
  CREATE TABLE room (bytes bytea);
  ALTER TABLE room ALTER bytes SET STORAGE EXTERNAL;
  INSERT INTO room VALUES (convert_to(repeat('x', ${ROOM}), 'UTF8'));
  DROP TABLE room
`

/**
 * Writes what an edit would take, in the caller's transaction, and takes it away. The database's error where it does not
 * take that.
 */
export async function proveRoom(client: Asked): Promise<void> {
  await client.query(PROOF)
}
