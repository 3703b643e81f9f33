import { text } from 'node:stream/consumers'
import process from 'node:process'
import vue from '@vitejs/plugin-vue'
import { createServer } from 'vite'

// In a process of its own: it loads the schemas once more, and zod keeps one list of their ids for a whole process.
const vite = await createServer({ root: process.argv[2], configFile: false, logLevel: 'error', appType: 'custom', plugins: [vue()], server: { middlewareMode: true, watch: null, ws: false }, optimizeDeps: { noDiscovery: true } })
const { show } = await vite.ssrLoadModule('/show.ts')
process.stdout.write(JSON.stringify(await show(JSON.parse(await text(process.stdin)))))
await vite.close()
