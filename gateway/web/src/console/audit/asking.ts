import { api, told, type Shape } from '@/shared/api/client'
import type { Log } from './logs'

export type Entry = Shape<'monitoring.browser.EventBrowser.Entry'>
export type Whole = Shape<'monitoring.browser.EventBrowser.Whole'>

// The services answer these alike, so the shapes of one stand for all. What names a thing is encoded here.
const part = encodeURIComponent

type Texts =
    | '/api/monitoring/evidence/checkpoint'
    | '/api/monitoring/evidence/proofs/{position}'
    | '/api/monitoring/evidence/checkpoints/{size}'

const text = (address: string): Promise<string> =>
    told(api.GET(address as Texts, { parseAs: 'text' } as never)) as Promise<string>

/** Which events are looked for. */
export interface Sought {
    name?: string[]
    about?: string
    actor?: string
    division?: string
    correlation?: string
    recordedFrom?: string
    recordedTo?: string
    onFrom?: string
    onTo?: string
    before?: number
    size?: number
}

export const events = (log: Log, query: Sought) =>
    told(api.GET(`/api/${log}/history` as '/api/monitoring/history', { params: { query: query as never } }))

export const event = (log: Log, position: number): Promise<Whole> =>
    told(
        api.GET(`/api/${log}/history/${position}` as '/api/monitoring/history/{position}', {} as never),
    ) as Promise<Whole>

/** A moment in both times; empty is the beginning, or now. */
export interface Moment {
    at?: string
    day?: string
}

export const asOf = (log: Log, stream: string, { at, day }: Moment) =>
    told(
        api.GET(
            `/api/${log}/subjects/${part(stream)}/as-of` as '/api/monitoring/subjects/{stream}/as-of',
            { params: { query: { asOf: at, asOfDay: day } } } as never,
        ),
    ) as Promise<Shape<'monitoring.browser.Subjects.State'>>

export const difference = (log: Log, stream: string, from: Moment, to: Moment) =>
    told(
        api.GET(
            `/api/${log}/subjects/${part(stream)}/diff` as '/api/monitoring/subjects/{stream}/diff',
            { params: { query: { from: from.at, fromDay: from.day, to: to.at, toDay: to.day } } } as never,
        ),
    ) as Promise<Shape<'monitoring.browser.Subjects.Difference'>>

export const proof = (log: Log, position: number) => text(`/api/${log}/evidence/proofs/${position}`)
export const newest = (log: Log) => text(`/api/${log}/evidence/checkpoint`)
export const checkpoint = (log: Log, size: number) => text(`/api/${log}/evidence/checkpoints/${size}`)

export const standing = (log: Log) => told(api.GET(`/api/${log}/evidence` as '/api/monitoring/evidence'))
export const keys = (log: Log) =>
    told(api.GET(`/api/${log}/evidence/keys` as '/api/monitoring/evidence/keys'))
export const checkpoints = (log: Log, query: { page: number; size: number }) =>
    told(
        api.GET(`/api/${log}/evidence/checkpoints` as '/api/monitoring/evidence/checkpoints', {
            params: { query },
        }),
    )
export const seal = (log: Log, headers: Record<string, string>) =>
    told(api.POST(`/api/${log}/evidence/checkpoints` as '/api/monitoring/evidence/checkpoints', { headers }))
export const cosign = (log: Log, note: string, headers: Record<string, string>) =>
    told(
        api.POST(`/api/${log}/evidence/cosignatures` as '/api/monitoring/evidence/cosignatures', {
            headers,
            body: { note },
        }),
    )
