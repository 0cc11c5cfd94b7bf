/** `npm run build`: builds the client, also when nothing changed since the last time. */
import { buildClient } from './build/client.ts'

await buildClient()
