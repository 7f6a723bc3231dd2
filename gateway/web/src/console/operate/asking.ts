import { api, told, type Shape } from '@/shared/api/client'
import type { Log } from '../audit/logs'

export type Reader = Shape<'monitoring.console.ReaderList.Entry'>
export type View = Shape<'monitoring.console.ViewList.Entry'>
export type Generation = Shape<'monitoring.console.ViewList.GenerationEntry'>
export type Parked = Shape<'monitoring.parking.Parked'>

type Headers = Record<string, string>

const part = encodeURIComponent

export const readers = (log: Log) => told(api.GET(`/api/${log}/readers` as '/api/monitoring/readers'))
export const views = (log: Log) => told(api.GET(`/api/${log}/views` as '/api/monitoring/views'))
export const parked = (log: Log, at: { page: number; size: number }) =>
    told(api.GET(`/api/${log}/parked` as '/api/monitoring/parked', { params: { query: at } }))

/** Tells a reader to stop or to go on, for a reason that goes on record. */
export const conduct = (log: Log, reader: string, act: 'stop' | 'start', reason: string, headers: Headers) =>
    told(
        api.POST(
            `/api/${log}/readers/${part(reader)}/${act}` as '/api/monitoring/readers/{reader}/stop',
            {
                headers,
                body: { reason },
            } as never,
        ),
    )

/** What may be done with the generations of a read model. */
export type ViewAct = 'rebuild' | 'abandon' | 'compare' | 'switch' | 'roll-back' | 'drop'

export interface ViewOrder {
    reason?: string
    /** of a switch: the rows differ, and the new ones are right */
    differing?: boolean
    /** of a drop */
    generation?: number
    version?: number
}

export const order = (log: Log, view: string, act: ViewAct, body: ViewOrder, headers: Headers) =>
    told(
        api.POST(
            `/api/${log}/views/${part(view)}/${act}` as '/api/monitoring/views/{view}/rebuild',
            {
                headers,
                ...(act === 'compare' ? {} : { body }),
            } as never,
        ),
    )

export const retry = (log: Log, { reader, subject }: Parked, headers: Headers) =>
    told(
        api.POST(
            `/api/${log}/parked/${part(reader)}/${part(subject)}/retry` as '/api/monitoring/parked/{reader}/{subject}/retry',
            { headers } as never,
        ),
    ) as Promise<Shape<'monitoring.parking.Outcome'>>

export const retryAll = (log: Log, headers: Headers) =>
    told(api.POST(`/api/${log}/parked/retry` as '/api/monitoring/parked/retry', { headers, body: {} }))

export const discard = (log: Log, { reader, subject, message }: Parked, reason: string, headers: Headers) =>
    told(
        api.POST(
            `/api/${log}/parked/${part(reader)}/${part(subject)}/discard` as '/api/monitoring/parked/{reader}/{subject}/discard',
            { headers, body: { message, reason } } as never,
        ),
    ) as Promise<Shape<'monitoring.parking.Outcome'>>
