import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const NAME = 'virtual:words'
const RESOURCES = [
    '../../infra/platform/src/main/resources/platform-messages',
    '../../employment-service/src/main/resources/messages',
    '../../monitoring-service/src/main/resources/messages',
]
// What a page says of a code by itself. What a service refuses it explains in its own answer, but for a list
// of households, of which it tells the rule of each.
const KEPT = /^(word|event|field|flag|quality|progress|rule\.identification)\./

/** The services' own words for their codes, so that a page and a paper call one thing by one name. */
export function words(): Plugin {
    return {
        name: 'words',
        resolveId: (id) => (id.startsWith(NAME) ? `\0${id}` : undefined),
        load(id) {
            if (!id.startsWith(`\0${NAME}`)) return undefined
            const suffix = id.endsWith('/en') ? '_en' : ''
            const files = RESOURCES.map((path) =>
                fileURLToPath(new URL(`${path}${suffix}.properties`, import.meta.url)),
            )
            files.forEach((file) => this.addWatchFile(file))
            const told = files.flatMap((file) => properties(readFileSync(file, 'utf8')))
            return `export default ${JSON.stringify(Object.fromEntries(told.filter(([key]) => KEPT.test(key))))}`
        },
    }
}

function properties(text: string): [string, string][] {
    return text
        .replace(/\\\r?\n\s*/g, '')
        .split('\n')
        .filter((line) => line.includes('=') && !line.startsWith('#'))
        .map((line) => [line.slice(0, line.indexOf('=')).trim(), line.slice(line.indexOf('=') + 1).trim()])
}
