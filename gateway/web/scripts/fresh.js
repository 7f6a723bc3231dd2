// Fails when the types were not generated from api/openapi.json as it is.
import { readFileSync } from 'node:fs'
import openapi, { astToString } from 'openapi-typescript'

const description = new URL('../api/openapi.json', import.meta.url)
const generated = astToString(await openapi(description))
const kept = readFileSync(new URL('../src/shared/api/schema.d.ts', import.meta.url), 'utf8')
if (!kept.endsWith(generated)) {
    console.error('src/shared/api/schema.d.ts is not what api/openapi.json makes of it: npm run types')
    process.exit(1)
}
