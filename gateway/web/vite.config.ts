import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { VantResolver } from '@vant/auto-import-resolver'
import components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { defineConfig } from 'vitest/config'
import { vantWithoutFont } from './vant.plugin'
import { words } from './words.plugin'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// Three pages of one site: a farmer's, the offices', and the one that works without a network.
export default defineConfig({
    plugins: [
        vue(),
        words(),
        vantWithoutFont(),
        components({
            dirs: [],
            dts: false,
            resolvers: [ElementPlusResolver({ importStyle: 'css' }), VantResolver()],
        }),
    ],
    resolve: { alias: { '@': here('./src') } },
    define: { __VUE_OPTIONS_API__: true, __VUE_I18N_LEGACY_API__: false, __INTLIFY_PROD_DEVTOOLS__: false },
    build: {
        target: 'es2022',
        // The policy of the gateway lets a page use files of its own and nothing inside others.
        assetsInlineLimit: 0,
        rolldownOptions: {
            input: {
                report: here('./report/index.html'),
                console: here('./console/index.html'),
                field: here('./field/index.html'),
            },
        },
    },
    server: {
        proxy: Object.fromEntries(
            ['/api', '/session', '/me', '/logout', '/oauth2', '/login'].map((path) => [
                path,
                'http://127.0.0.1:8080',
            ]),
        ),
    },
    test: { environment: 'happy-dom', include: ['src/**/*.test.ts'] },
})
