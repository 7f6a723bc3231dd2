import { Refused, Unreachable } from '@/shared/api/problem'
import { filesOf, rivalOf, type Other, type Record } from './visit'

/** The ways to the service, and to what is kept here. */
export interface Doors {
    filed: (household: string) => Promise<Other[]>
    send: (record: Record) => Promise<unknown>
    photo: (record: Record, digest: string) => Promise<unknown>
    keep: (record: Record) => Promise<unknown>
    dropPhoto: (record: Record, digest: string) => Promise<unknown>
    drop: (record: Record) => Promise<unknown>
    /** what a refusal says */
    words: (refusal: Refused) => string
}

/** How it went: sent whole, without its photos, to be tried again, in need of a person, or of a sign-in. */
export type Outcome = 'sent' | 'photos' | 'later' | 'conflict' | 'sign-in'

/**
 * Sends one visit. It leaves the device only once the service has it and all its photos; whatever else
 * happens it stays, and a person decides.
 */
export async function send(record: Record, doors: Doors): Promise<Outcome> {
    try {
        if (!record.stored) {
            const filed = await doors.filed(record.household)
            const known = filed.some((one) => one.visit === record.visit)
            const rival = known || record.decision ? null : rivalOf(record, filed)
            if (rival) return await clash(record, doors, '', rival)
            try {
                await doors.send(record)
            } catch (problem) {
                if (!isFinal(problem)) throw problem
                return await clash(record, doors, doors.words(problem), latest(filed))
            }
            record.stored = true
            await doors.keep(record)
        }
        return await photos(record, doors)
    } catch (problem) {
        if (problem instanceof Refused && problem.problem.status === 401) return 'sign-in'
        if (isFinal(problem)) return await clash(record, doors, doors.words(problem), null)
        if (problem instanceof Unreachable || problem instanceof Refused) return 'later'
        throw problem
    }
}

async function photos(record: Record, doors: Doors): Promise<Outcome> {
    for (const digest of filesOf(record.findings)) {
        try {
            await doors.photo(record, digest)
        } catch (problem) {
            // A service that knows no photos yet will.
            if (problem instanceof Refused && [404, 405, 415].includes(problem.problem.status))
                return 'photos'
            throw problem
        }
        await doors.dropPhoto(record, digest)
    }
    await doors.drop(record)
    return 'sent'
}

async function clash(record: Record, doors: Doors, why: string, other: Other | null): Promise<Outcome> {
    record.state = 'conflict'
    record.conflict = { why, other }
    await doors.keep(record)
    return 'conflict'
}

const latest = (filed: Other[]): Other | null =>
    filed.reduce<Other | null>((last, one) => (last && last.at > one.at ? last : one), null)

/** Refused for good: sent again as it is it would be refused again. */
function isFinal(problem: unknown): problem is Refused {
    if (!(problem instanceof Refused)) return false
    const { status } = problem.problem
    return status >= 400 && status < 500 && ![401, 408, 425, 429].includes(status)
}
