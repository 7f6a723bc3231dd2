import createClient, { type Middleware } from 'openapi-fetch'
import { language } from '../words/language'
import { problemOf, Refused, Unreachable } from './problem'
import type { components, paths } from '../../../generated/schema'

/** A type of the merged description, `Shape<'monitoring.todo.Todo.Entry'>`. */
export type Shape<N extends keyof components['schemas']> = components['schemas'][N]

/** Sent with a command that is repeated, so that it is carried out once. */
export const newKey = (): string => crypto.randomUUID()

// How far the log of each service had come with the last answer of a command: a list asked for with
// it has what was just done.
const positions = new Map<string, number>()

/** From now on what is read of a service has at least what its log had by then. */
export function seenUpTo(service: string, position: number | string | null): void {
    const reached = Number(position ?? 0)
    if (reached > (positions.get(service) ?? 0)) positions.set(service, reached)
}

const serviceOf = (address: string): string => new URL(address, location.origin).pathname.split('/')[2] ?? ''

const cookie = (name: string): string | undefined =>
    document.cookie
        .split('; ')
        .find((entry) => entry.startsWith(`${name}=`))
        ?.slice(name.length + 1)

export const csrfToken = (): string => cookie('__Host-XSRF-TOKEN') ?? cookie('XSRF-TOKEN') ?? ''

/** Called when the gateway says that nobody is signed in any more. */
export const onSignedOut: { tell: () => void } = { tell: () => undefined }

const manners: Middleware = {
    onRequest({ request }) {
        request.headers.set('Accept-Language', language.value === 'zh' ? 'zh-CN' : 'en')
        if (request.method === 'GET') {
            const position = positions.get(serviceOf(request.url))
            if (position) request.headers.set('Log-Position', String(position))
            return request
        }
        request.headers.set('X-XSRF-TOKEN', csrfToken())
        if (!request.headers.has('Idempotency-Key')) request.headers.set('Idempotency-Key', newKey())
        return request
    },
    async onResponse({ request, response }) {
        if (request.method !== 'GET') seenUpTo(serviceOf(request.url), response.headers.get('Log-Position'))
        if (response.ok) return response
        const problem = await problemOf(response)
        if (problem.status === 401) onSignedOut.tell()
        throw new Refused(problem)
    },
    onError({ error }) {
        return error instanceof Refused ? error : new Unreachable()
    },
}

/**
 * The one way to the gateway, typed by its description. A refusal is thrown as `Refused`, no answer as
 * `Unreachable`; a page reads `data` with `told`.
 */
export const api = createClient<paths>({
    baseUrl: globalThis.location?.origin ?? '',
    // so that a test can stand in for the network
    fetch: (request) => globalThis.fetch(request),
})
api.use(manners)

/** The data of an answer, or what was thrown instead. */
export async function told<T>(answer: Promise<{ data?: T }>): Promise<T> {
    return (await answer).data as T
}

/** A file of the gateway's as a download; a refusal is thrown as ever. */
export async function download(address: string, name: string): Promise<void> {
    const blob = await fetched(address)
    const link = document.createElement('a')
    link.href = URL.createObjectURL(blob)
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** The bytes at an address of the gateway. */
export async function fetched(address: string): Promise<Blob> {
    const headers = new Headers({ 'Accept-Language': language.value === 'zh' ? 'zh-CN' : 'en' })
    const position = positions.get(serviceOf(address))
    if (position) headers.set('Log-Position', String(position))
    const answer = await fetch(address, { headers }).catch(() => {
        throw new Unreachable()
    })
    if (!answer.ok) throw new Refused(await problemOf(answer))
    return answer.blob()
}

/** Sends a file as it is, with progress between 0 and 1, and reads the JSON of the answer. */
export function upload<T>(
    address: string,
    file: Blob,
    { type, key, progress }: { type?: string; key?: string; progress?: (share: number) => void } = {},
): Promise<T> {
    return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest()
        request.open('POST', address)
        request.responseType = 'json'
        request.setRequestHeader('Accept-Language', language.value === 'zh' ? 'zh-CN' : 'en')
        request.setRequestHeader('X-XSRF-TOKEN', csrfToken())
        request.setRequestHeader('Idempotency-Key', key ?? newKey())
        request.setRequestHeader('Content-Type', type ?? (file.type || 'application/octet-stream'))
        request.upload.onprogress = (event) => event.total && progress?.(event.loaded / event.total)
        request.onerror = () => reject(new Unreachable())
        request.onload = () => {
            seenUpTo(serviceOf(address), request.getResponseHeader('Log-Position'))
            if (request.status < 400) return resolve(request.response as T)
            if (request.status === 401) onSignedOut.tell()
            reject(
                new Refused(request.response ?? { code: 'gateway.fault', title: '', status: request.status }),
            )
        }
        request.send(file)
    })
}
