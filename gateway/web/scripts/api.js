// Takes the merged description from a running suite: npm run api -- http://127.0.0.1:8080
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'

const address = process.argv[2] ?? 'http://127.0.0.1:8080'
const answer = await fetch(`${address}/openapi`)
if (!answer.ok) throw new Error(`${address}/openapi answers ${answer.status}`)
const description = await answer.json()
if (description['x-unavailable'].length > 0) throw new Error(`not running: ${description['x-unavailable']}`)

// The same description is the same bytes, in whatever order the services told it.
const sorted = (value) =>
    Array.isArray(value)
        ? value.map(sorted)
        : value && typeof value === 'object'
          ? Object.fromEntries(
                Object.keys(value)
                    .sort()
                    .map((key) => [key, sorted(value[key])]),
            )
          : value

writeFileSync('api/openapi.json', JSON.stringify(sorted(description), null, 1) + '\n')
execFileSync('npm', ['run', '--silent', 'types'], { stdio: 'inherit' })
