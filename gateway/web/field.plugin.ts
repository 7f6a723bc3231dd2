import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const PAGE = 'field/index.html'
const WORKER = fileURLToPath(new URL('./src/field/worker.js', import.meta.url))
/** Files of the page that lie beside its build. */
const BESIDE = ['/field/manifest.webmanifest', '/field/icon-192.png', '/favicon.svg']

/** The service worker of the page for the way, at /field/sw.js: it knows every file that page consists of. */
export function fieldWorker(): Plugin {
    return {
        name: 'field-worker',
        apply: 'build',
        enforce: 'post',
        generateBundle(_options, bundle) {
            const files = new Set<string>()
            const follow = (name: string): void => {
                const chunk = bundle[name]
                if (chunk?.type !== 'chunk' || files.has(name)) return
                files.add(name)
                chunk.viteMetadata?.importedCss.forEach((file) => files.add(file))
                chunk.viteMetadata?.importedAssets.forEach((file) => files.add(file))
                ;[...chunk.imports, ...chunk.dynamicImports].forEach(follow)
            }
            Object.values(bundle)
                .filter((one) => one.type === 'chunk' && one.facadeModuleId?.endsWith(PAGE))
                .forEach((one) => follow(one.fileName))
            if (files.size === 0) this.error(`nothing is built for ${PAGE}`)
            const page = bundle[PAGE]
            const html = page?.type === 'asset' ? String(page.source) : ''
            const all = [`/${PAGE}`, ...BESIDE, ...[...files].sort().map((file) => `/${file}`)]
            const edition = createHash('sha256').update(html).update(all.join()).digest('hex').slice(0, 12)
            const source = `const EDITION = '${edition}'\nconst FILES = ${JSON.stringify(all)}\n${readFileSync(WORKER, 'utf8')}`
            this.emitFile({ type: 'asset', fileName: 'field/sw.js', source })
        },
    }
}
