import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import solid from 'vite-plugin-solid'
import { help } from './scripts/build/help/plugin.ts'
import { programAhead } from './scripts/build/program-ahead.ts'
import { makerStamp } from './sync-server/sync/parcels/maker.ts'

/** Where the sync server listens while developing; scripts/dev.ts sets it. */
const server = process.env.VORONKA_SERVER ?? 'http://127.0.0.1:8080'

/** The program's version, for «Это устройство». */
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string }

/**
 * What is fetched together stands together: a start asks the device's store for few files. First what shows how the screen
 * stood last, by itself; then what every page begins with,
 * then the way in, then the frame with the list of orders; other screens are split as it comes.
 */
const CHUNKS = [
  { name: 'picture', test: /\/client\/picture\/show\.ts$/, priority: 4 },
  { name: 'base', tags: ['$initial' as const], priority: 3 },
  { name: 'entrance', test: /\/client\/(program|app)\.tsx$/, priority: 2 },
  { name: 'work', test: /\/client\/(desk|screens\/orders\/index)\.tsx$/, priority: 1 },
]

export default defineConfig({
  define: {
    'import.meta.env.VITE_VERSION': JSON.stringify(version),
    // What the server makes of documents is taken where it is made as this build would make it.
    'import.meta.env.VITE_MAKER': JSON.stringify(makerStamp()),
  },
  root: fileURLToPath(new URL('client', import.meta.url)),
  plugins: [solid(), help(), pwa(), programAhead()],
  build: {
    outDir: fileURLToPath(new URL('dist/client', import.meta.url)),
    emptyOutDir: true,
    sourcemap: true,
    rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } },
  },
  worker: { format: 'es' },
  server: {
    fs: { allow: ['..'] },
    proxy: {
      // Not the short form, which would name the server as host: it holds the page's origin against it.
      '/api': { target: server },
      '/healthz': { target: server },
      '/metrics': { target: server },
      '/sync': { target: server, ws: true },
      '/phone': { target: server, ws: true },
    },
  },
})

function pwa() {
  return VitePWA({
    // A new build waits until the tabs of the old one are closed or the user takes it: a page never loses its chunks.
    registerType: 'prompt',
    injectRegister: 'auto',
    manifest: {
      name: 'Воронка',
      short_name: 'Воронка',
      description: 'CRM малого бизнеса: заказы, воронка продаж, работа без сети',
      lang: 'ru',
      id: '/',
      start_url: '/',
      display: 'standalone',
      theme_color: '#3a5bc7',
      background_color: '#f6f6f4',
      share_target: {
        action: '/my-phone',
        method: 'GET',
        params: { title: 'title', text: 'text', url: 'url' },
      },
      shortcuts: [
        shortcut('Новый заказ покупателя', '/orders/customer/draft/new'),
        shortcut('Новый заказ-наряд', '/orders/work/draft/new'),
        shortcut('Воронка продаж', '/funnel'),
      ],
      icons: [
        { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    workbox: {
      globPatterns: ['**/*.{js,css,html,svg,png,woff2,ttf}'],
      globIgnores: ['**/*-{greek,greek-ext,vietnamese}-*.woff2', '**/pdf-pages-*', '**/pdf-*', 'assets/*.png'],
      // What shows a PDF is large and seldom wanted, and so are the pictures of the guide (2 MB): they are kept once they were.
      runtimeCaching: [
        { urlPattern: /\/assets\/pdf[-.]/, handler: 'CacheFirst', options: { cacheName: 'pdf' } },
        { urlPattern: /\/assets\/[\w-]+\.png$/, handler: 'CacheFirst', options: { cacheName: 'guide' } },
      ],
      importScripts: ['/notice-tapped.js'],
      navigateFallback: '/index.html',
      // What the server answers itself: its interface, and the company's site with the links of its letters.
      navigateFallbackDenylist: [/^\/(api|sync|phone|door|shop|u|o|l)(\/|$)/, /^\/(healthz|metrics)$/],
      cleanupOutdatedCaches: true,
      maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
    },
  })
}

/** A way into the installed program from its icon. */
function shortcut(name: string, url: string) {
  return { name, url, icons: [{ src: '/icon-192.png', sizes: '192x192', type: 'image/png' }] }
}
