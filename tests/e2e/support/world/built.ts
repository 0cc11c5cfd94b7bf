import { buildClientIfChanged } from '../../../../scripts/build/client.ts'

/** Before the first test: what the browser is given is made of the sources as they are. */
export default buildClientIfChanged
