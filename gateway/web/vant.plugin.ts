import type { Plugin } from 'vite'

/** Vant's font of icons comes inside its style or from another host; the gateway's policy allows neither. */
export function vantWithoutFont(): Plugin {
    return {
        name: 'vant-without-font',
        enforce: 'pre',
        transform: (code, id) =>
            id.split('?')[0]?.endsWith('/vant/es/icon/index.css')
                ? { code: code.replace(/@font-face\s*\{[^}]*\}/g, ''), map: null }
                : undefined,
    }
}
