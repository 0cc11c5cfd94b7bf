import { join } from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import { loadDocument } from './postgres/documents.ts'
import { connectionTo, passOver } from './postgres/pool.ts'
import { STORAGE_FILE } from './sqlite/database.ts'
import { storedDocuments } from './sqlite/documents.ts'
import type { Place, StoredDocument } from './storage.ts'

/**
 * Reads a document as `Storage.load` does, by a connection of its own: for a thread that works on it, so that nobody else
 * waits while its megabytes are read, looked over and handed on.
 */
export async function loadFrom(place: Place, document: string): Promise<StoredDocument> {
  return 'folder' in place ? loadIn(place.folder, document) : loadAt(place.databaseUrl, document)
}

/** What its two questions tell is of one moment: a snapshot may take the place of the rows between them. */
function loadIn(folder: string, document: string): StoredDocument {
  const database = new Database(join(folder, STORAGE_FILE), { readonly: true, fileMustExist: true, timeout: 5000 })
  try {
    const { load } = storedDocuments(database)
    return database.transaction(() => load(document))()
  } finally {
    database.close()
  }
}

async function loadAt(databaseUrl: string, document: string): Promise<StoredDocument> {
  const client = new pg.Client(connectionTo(databaseUrl))
  client.on('error', passOver)
  await client.connect()
  try {
    return await loadDocument(client, document)
  } finally {
    await client.end()
  }
}
