import { reactive } from 'vue'
import { api, told } from './api/client'

/** A town or village: `code` of 9 or 12 digits under the county's 6. */
export interface Place {
    code: string
    name: string
    kind: string
}

const names = reactive(new Map<string, string>())
const below = new Map<string, Promise<Place[]>>()

function read(parent: string): Promise<Place[]> {
    const known = below.get(parent)
    if (known) return known
    const asked = told(api.GET('/api/monitoring/public/divisions', { params: { query: { parent } } })).then(
        (places) => {
            places.forEach((place) => names.set(place.code, place.name))
            return places as Place[]
        },
    )
    asked.catch(() => below.delete(parent))
    below.set(parent, asked)
    return asked
}

/** What stands above a code, from the county down to itself. */
export const chain = (code: string): string[] =>
    [6, 9, 12].filter((length) => length <= code.length).map((length) => code.slice(0, length))

function learn(code: string): void {
    chain(code).forEach((part, index, all) => {
        if (!names.has(part)) void read(index === 0 ? '' : (all[index - 1] ?? '')).catch(() => undefined)
    })
}

/** Names of divisions, asked for once and then known. A code is never shown in place of a name. */
export function usePlaces() {
    return {
        /** the towns of the county, the villages of a town */
        below: read,
        /** 寨下村; empty until it is known */
        name(code: string): string {
            if (!code) return ''
            if (!names.has(code)) learn(code)
            return names.get(code) ?? ''
        },
        /** 马头镇寨下村 */
        whole(code: string): string {
            const parts = chain(code)
            return (parts.length > 1 ? parts.slice(1) : parts).map((part) => this.name(part)).join('')
        },
    }
}
