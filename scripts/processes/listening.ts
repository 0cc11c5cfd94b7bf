/** The port named by the line that the sync server logs once it listens, `{"msg":"listening","port":N,…}`; else nothing. */
export function listeningPort(line: string): number | undefined {
  if (!line.startsWith('{') || !/"msg":\s*"listening"/.test(line)) return undefined
  const { port } = JSON.parse(line)
  return typeof port === 'number' ? port : undefined
}
