import { api, told, type Shape } from '@/shared/api/client'

export type Accepted = Shape<'monitoring.store.Accepted'>

type Headers = Record<string, string>

/** Sends a command to an address that a page puts together, with its ids in it. */
export const send = <T = Accepted>(address: string, headers: Headers, body?: object): Promise<T> =>
    told(api.POST(address as never, { headers, ...(body ? { body } : {}) } as never) as Promise<{ data?: T }>)

/** Reads from an address that a page puts together. */
export const ask = <T>(address: string, query: object = {}): Promise<T> =>
    told(api.GET(address as never, { params: { query } } as never) as Promise<{ data?: T }>)
