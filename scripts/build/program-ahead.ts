import type { Plugin, Rolldown } from 'vite'

type Chunk = Rolldown.OutputChunk
type Chunks = ReadonlyMap<string, Chunk>

/** What the program is written in: with it at once, text is laid out once. */
const FONTS = /inter-(cyrillic|latin)-wght-normal-[\w-]+\.woff2$/

/**
 * The page fetches the program with its styles at once, not only when the first script has been read and asks for it; and
 * before all, with the styles of the list, the script that shows how the screen stood last.
 */
export function programAhead(): Plugin {
  return {
    name: 'voronka:program-ahead',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = chunksOf(bundle)
        const picture = chunkWith(chunks, '/client/picture/show.ts')
        const program = withImports(chunks, chunkWith(chunks, '/client/program.tsx'))
        const work = chunkWith(chunks, '/client/desk.tsx')
        const first = tag('script', 'src', picture.fileName, { type: 'module' }, 'head-prepend')
        const ahead = [
          ...program.map(({ fileName }) => ({ rel: 'modulepreload', file: fileName })),
          ...[...program, work].flatMap(stylesOf).map((file) => ({ rel: 'stylesheet', file })),
        ].filter(({ file }) => file !== picture.fileName && !html.includes(file))
        const fonts = Object.keys(bundle).filter((file) => FONTS.test(file))
        return [
          first,
          ...fonts.map((file) => tag('link', 'href', file, { rel: 'preload', as: 'font', type: 'font/woff2' }, 'head')),
          ...ahead.map(({ rel, file }) => tag('link', 'href', file, { rel }, 'head')),
        ]
      },
    },
  }
}

function chunksOf(bundle: Rolldown.OutputBundle): Chunks {
  return new Map(Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])))
}

function chunkWith(chunks: Chunks, module: string): Chunk {
  const found = chunks.values().find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module)))
  if (!found) throw new Error(`there is no ${module}`)
  return found
}

/** A chunk and all that it imports at once. */
function withImports(chunks: Chunks, chunk: Chunk): readonly Chunk[] {
  const files = new Set([chunk])
  for (const { imports } of files) for (const name of imports) files.add(chunks.get(name) ?? chunk)
  return [...files]
}

function stylesOf(chunk: Chunk): readonly string[] {
  return [...(chunk.viteMetadata?.importedCss ?? [])]
}

type Place = 'head-prepend' | 'head'

function tag(name: string, at: 'src' | 'href', file: string, attrs: { readonly [name: string]: string }, place: Place) {
  return { tag: name, attrs: { ...attrs, crossorigin: true, [at]: `/${file}` }, injectTo: place }
}
